using Middeck.Knowledge.Backends.Http;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Backends.Qdrant;

/// <summary>How Qdrant is reached.</summary>
internal static class QdrantAddress
{
    public static BackendAddress Of(SearchOptions options)
    {
        var key = options.Qdrant.ApiKey;
        return new BackendAddress
        {
            Product = "Qdrant",
            Setting = "search.qdrant",
            Uri = BackendAddress.Root(options.Qdrant.Url),
            Probe = "collections",
            Timeout = TimeSpan.FromSeconds(options.BackendTimeout),
            Authorize = headers =>
            {
                if (key.Length > 0)
                {
                    headers.Add("api-key", key);
                }
            },
            Secrets = [key],
            // {"status":{"error":"Not found: Collection `x` doesn't exist!"},"time":0.00001}
            Words = static body => body.GetProperty("status").GetProperty("error").GetString(),
        };
    }
}
