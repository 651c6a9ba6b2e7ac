using System.Net;

namespace Middeck.Studio.Files;

/// <summary>Asks for what stands at an address, on through a few redirects. Who may be asked is decided by the handler, each time anew.</summary>
internal static class FollowedGet
{
    private const int MaxRedirects = 5;

    /// <summary>The answer, which was 200.</summary>
    /// <param name="http">Asks.</param>
    /// <param name="address">Where, http or https.</param>
    /// <param name="refuse">Makes the refusal of a reason, when there is no such answer.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<HttpResponseMessage> AskAsync(
        HttpMessageInvoker http, Uri address, Func<string, Exception> refuse, CancellationToken cancellationToken)
    {
        for (var hop = 0; hop <= MaxRedirects; hop++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            var answer = await http.SendAsync(request, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                return answer;
            }

            var (status, next) = (answer.StatusCode, answer.Headers.Location);
            answer.Dispose();
            if ((int)status is < 300 or >= 400 || next is null)
            {
                throw refuse($"{address.Host} answered {(int)status} when it was asked for the file.");
            }

            address = new Uri(address, next);
            if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
            {
                break;
            }
        }

        throw refuse($"{address.Host} redirects too often, or to what is no web address.");
    }
}
