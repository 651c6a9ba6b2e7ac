using Middeck.Http.Outbound;
using Middeck.Studio.Files;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Fetches the file of an app from an address, through the workspace's guarded way out: private addresses are refused, also
/// behind a redirect.
/// </summary>
internal sealed class RemoteImport(WorkspaceOutbound outbound, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>The file's text.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>apps.import_url_invalid</c>, <c>apps.import_url_failed</c>, or too large.</exception>
    public async Task<string> ReadAsync(Guid workspaceId, string url, int mostBytes, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.UserInfo.Length > 0)
        {
            throw YamlFaults.BadAddress();
        }

        using var deadline = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            // The handler is shared and stays.
            using var http = new HttpMessageInvoker(outbound.HandlerFor(workspaceId), disposeHandler: false);
            using var answer = await FollowedGet.AskAsync(http, FileOf(address), YamlFaults.NotFetched, either.Token);
            await using var body = await answer.Content.ReadAsStreamAsync(either.Token);
            return await YamlBody.ReadAsync(body, mostBytes, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw YamlFaults.NotFetched($"{address.Host} took longer than {Patience.TotalSeconds} seconds to send the file.");
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw YamlFaults.NotFetched(refused.Message);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw YamlFaults.NotFetched($"The file could not be fetched from {address.Host}.");
        }
    }

    /// <summary>Where the file itself stands when the address is that of the page on which GitHub shows it.</summary>
    internal static Uri FileOf(Uri page)
        => page is { Host: "github.com", Segments: ["/", var owner, var name, "blob/", .. { Length: > 1 } rest] }
            ? new Uri($"https://raw.githubusercontent.com/{owner}{name}{string.Concat(rest)}")
            : page;
}
