using System.Collections.Concurrent;
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
    public HttpMessageHandler HandlerFor(Guid workspaceId)
    {
        var hosts = WorkspaceEntries.For(options.Value.PrivateHosts, workspaceId)
            .Select(static host => host.Trim().ToLowerInvariant())
            .Order(StringComparer.Ordinal)
            .ToArray();
        return _handlers.GetOrAdd(string.Join(' ', hosts), static (_, allowed) => Create(allowed), hosts);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var handler in _handlers.Values)
        {
            handler.Dispose();
        }
    }

    private static SocketsHttpHandler Create(string[] allowed)
    {
        var handler = OutboundClients.Handler(
            host => allowed.Contains(host.Trim('[', ']').ToLowerInvariant(), StringComparer.Ordinal));
        handler.AllowAutoRedirect = false;
        return handler;
    }
}
