using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Http.Configuration;

namespace Middeck.Http.Outbound;

/// <summary>
/// The guarded way out of a workspace: private addresses are refused unless its allow-list names the host. Redirects are not
/// followed and bodies are not unpacked; the caller does both within its own limits.
/// </summary>
public sealed class WorkspaceOutbound(IOptions<OutboundOptions> options) : IDisposable
{
    // One for each allow-list: a connection that one workspace may have must not be reused by another that may not.
    private readonly ConcurrentDictionary<string, SocketsHttpHandler> _handlers = new();

    /// <summary>The handler for requests of a workspace; it lives as long as the platform and is not to be disposed.</summary>
    /// <param name="workspaceId">Whose.</param>
    /// <param name="verifiesCertificates">False for a server whose certificate nobody vouches for, where its author says so.</param>
    public HttpMessageHandler HandlerFor(Guid workspaceId, bool verifiesCertificates = true)
    {
        var hosts = AllowedFor(workspaceId);
        return _handlers.GetOrAdd(
            $"{(verifiesCertificates ? "" : "! ")}{string.Join(' ', hosts)}",
            static (_, wanted) => Create(wanted.hosts, wanted.verifiesCertificates),
            (hosts, verifiesCertificates));
    }

    /// <summary>
    /// The addresses of a host that a workspace may connect to, for what does not speak HTTP. A host's name may lead elsewhere a
    /// moment later, so connect to one of these.
    /// </summary>
    /// <exception cref="OutboundRefusedException">There are none.</exception>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(Guid workspaceId, string host, CancellationToken cancellationToken)
        => await GuardedConnect.ResolveAsync(
            host, name => AllowedFor(workspaceId).Contains(name.ToLowerInvariant(), StringComparer.Ordinal), cancellationToken);

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var handler in _handlers.Values)
        {
            handler.Dispose();
        }
    }

    private string[] AllowedFor(Guid workspaceId) =>
    [
        .. WorkspaceEntries.For(options.Value.PrivateHosts, workspaceId)
            .Select(static host => host.Trim().ToLowerInvariant())
            .Order(StringComparer.Ordinal),
    ];

    [SuppressMessage(
        "Security", "CA5359", Justification = "Only where the author of a request says so, for a server whose certificate nobody vouches for.")]
    private static SocketsHttpHandler Create(string[] allowed, bool verifiesCertificates)
    {
        var handler = OutboundClients.Handler(
            host => allowed.Contains(host.Trim('[', ']').ToLowerInvariant(), StringComparer.Ordinal));
        handler.AllowAutoRedirect = false;
        handler.RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8;
        handler.ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8;
        if (!verifiesCertificates)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        }

        return handler;
    }
}
