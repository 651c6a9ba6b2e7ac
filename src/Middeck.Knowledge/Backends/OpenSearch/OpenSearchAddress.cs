using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Middeck.Knowledge.Backends.Http;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Backends.OpenSearch;

/// <summary>How OpenSearch is reached.</summary>
internal static class OpenSearchAddress
{
    public static BackendAddress Of(SearchOptions options)
    {
        var (user, password) = (options.Opensearch.Username, options.Opensearch.Password);
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        return new BackendAddress
        {
            Product = "OpenSearch",
            Setting = "search.opensearch",
            Uri = BackendAddress.Root(options.Opensearch.Url),
            Probe = "",
            Timeout = TimeSpan.FromSeconds(options.BackendTimeout),
            Authorize = headers => headers.Authorization =
                user.Length > 0 ? new AuthenticationHeaderValue("Basic", basic) : null,
            Secrets = [password, basic],
            // {"error":{"type":"index_not_found_exception","reason":"no such index [x]",…},"status":404}; «error» may be a text
            Words = static body => body.GetProperty("error") is { ValueKind: JsonValueKind.Object } error
                ? error.GetProperty("reason").GetString()
                : body.GetProperty("error").GetString(),
        };
    }
}
