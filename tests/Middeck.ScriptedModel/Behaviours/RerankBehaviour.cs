using System.Text.Json;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary><c>/v1/rerank</c> as Jina and Cohere have it: the share of the query's characters that a document holds, best first.</summary>
internal static class RerankBehaviour
{
    public static Task AnswerAsync(ScriptedCall call)
    {
        var query = call.Body.GetProperty("query").GetString()!.Where(char.IsLetterOrDigit).Distinct().ToArray();
        var results = call.Body.GetProperty("documents").EnumerateArray()
            .Select(document => document.ValueKind == JsonValueKind.Object ? document.GetProperty("text") : document)
            .Select((document, index) => new
            {
                index,
                relevance_score = query.Length == 0 ? 0 : query.Count(document.GetString()!.Contains) / (float)query.Length,
            })
            .OrderByDescending(result => result.relevance_score);

        return Replies.JsonAsync(call.Context, new
        {
            model = call.Request.Model,
            usage = new { total_tokens = 42 },
            results,
        });
    }
}
