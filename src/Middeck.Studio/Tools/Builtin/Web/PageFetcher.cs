using System.Net;
using System.Net.Http.Headers;
using Middeck.Http.Outbound;

namespace Middeck.Studio.Tools.Builtin.Web;

/// <summary>
/// Fetches what a model names, by the workspace's guarded way out: private addresses are refused, also behind a redirect.
/// </summary>
internal sealed class PageFetcher(WorkspaceOutbound outbound)
{
    private const int MostBytes = 5 * 1024 * 1024;
    private const int MostRedirects = 5;

    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_argument</c>, <c>tools.failed</c>.</exception>
    public async Task<FetchedPage> FetchAsync(Guid workspaceId, string url, CancellationToken cancellationToken)
    {
        var address = AddressOf(url.Contains("://", StringComparison.Ordinal) ? url : $"https://{url}", null)
            ?? throw ToolFaults.Argument($"url '{url}' is no web address; it begins with https:// or http://.");
        try
        {
            // The handler is shared and stays.
            using var http = new HttpMessageInvoker(outbound.HandlerFor(workspaceId), disposeHandler: false);
            return await FetchAsync(http, address, cancellationToken);
        }
        catch (HttpRequestException ex) when ((ex as OutboundRefusedException ?? ex.InnerException) is OutboundRefusedException refused)
        {
            throw ToolFaults.Failed(refused.Message);
        }
        catch (Exception ex) when (ex is HttpRequestException or IOException)
        {
            throw ToolFaults.Failed($"{address.Host} cannot be reached.");
        }
    }

    private static async Task<FetchedPage> FetchAsync(
        HttpMessageInvoker http, Uri address, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MostRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Middeck", "1.0"));
            request.Headers.Accept.ParseAdd("text/html, text/plain, application/json, application/pdf;q=0.9, */*;q=0.5");
            using var answer = await http.SendAsync(request, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                var type = answer.Content.Headers.ContentType;
                return new FetchedPage(
                    address, type?.MediaType ?? "", type?.CharSet?.Trim('"'), await ReadAsync(answer, address, cancellationToken));
            }

            if ((int)answer.StatusCode is < 300 or >= 400 || answer.Headers.Location is not { } next)
            {
                throw ToolFaults.Failed(
                    $"{address.Host} answered {(int)answer.StatusCode}{Words(answer.StatusCode)} for {address.AbsolutePath}.");
            }

            address = AddressOf(next.ToString(), address)
                ?? throw ToolFaults.Failed($"{address.Host} redirects to what is no web address.");
        }

        throw ToolFaults.Failed($"{address.Host} redirects more than {MostRedirects} times.");
    }

    private static async Task<byte[]> ReadAsync(
        HttpResponseMessage answer, Uri address, CancellationToken cancellationToken)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using var all = new MemoryStream();
        var buffer = new byte[32 * 1024];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (all.Length + read > MostBytes)
            {
                throw ToolFaults.Failed($"The page of {address.Host} has more than {MostBytes / 1024 / 1024} MB.");
            }

            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static Uri? AddressOf(string text, Uri? origin)
    {
        var isAddress = origin is null
            ? Uri.TryCreate(text, UriKind.Absolute, out var address)
            : Uri.TryCreate(origin, text, out address);
        return isAddress && (address!.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
    }

    private static string Words(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => " (not found)",
        HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => " (not allowed)",
        HttpStatusCode.TooManyRequests => " (too many requests)",
        _ => "",
    };
}
