using System.Text.Json;
using Middeck.Core;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>
/// <c>POST rerank</c> as Jina, Cohere, vLLM and Xinference have it:
/// <c>{"results":[{"index":2,"relevance_score":0.93},…]}</c>.
/// </summary>
internal sealed class OpenAiReranker(UpstreamClient upstream, ProviderConnection connection, string model) : IReranker
{
    public async Task<IReadOnlyList<float>> ScoreAsync(
        string query, IReadOnlyList<string> passages, CancellationToken cancellationToken)
    {
        if (passages.Count == 0)
        {
            return [];
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { Model = model, Query = query, Documents = passages, TopN = passages.Count, ReturnDocuments = false },
            Json.Snake);
        using var answer = await JsonAnswer.AskAsync(upstream, connection, "rerank", body, cancellationToken);
        return Read(answer.RootElement, passages.Count);
    }

    private float[] Read(JsonElement body, int count)
    {
        // A passage that is left out was found to be worth nothing.
        var scores = new float[count];
        try
        {
            foreach (var result in body.GetProperty("results").EnumerateArray())
            {
                scores[result.GetProperty("index").GetInt32()] = result.GetProperty("relevance_score").GetSingle();
            }

            return scores;
        }
        catch (Exception ex) when (ex is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw UpstreamFaults.Nonsense(connection, "something else than rerank results", ex);
        }
    }
}
