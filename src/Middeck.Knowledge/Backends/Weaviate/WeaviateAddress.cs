using System.Net.Http.Headers;
using Middeck.Knowledge.Backends.Http;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Backends.Weaviate;

/// <summary>How Weaviate is reached.</summary>
internal static class WeaviateAddress
{
    public static BackendAddress Of(SearchOptions options)
    {
        var key = options.Weaviate.ApiKey;
        return new BackendAddress
        {
            Product = "Weaviate",
            Setting = "search.weaviate",
            Uri = new Uri(BackendAddress.Root(options.Weaviate.Url), "v1/"),
            Probe = "meta",
            Timeout = TimeSpan.FromSeconds(options.BackendTimeout),
            Authorize = headers => headers.Authorization =
                key.Length > 0 ? new AuthenticationHeaderValue("Bearer", key) : null,
            Secrets = [key],
            // {"error":[{"message":"class name Middeck_… already exists"}]}, and {"code":401,"message":"…"} before the API itself
            Words = static body => body.TryGetProperty("error", out var errors)
                ? errors[0].GetProperty("message").GetString()
                : body.GetProperty("message").GetString(),
        };
    }
}
