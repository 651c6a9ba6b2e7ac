using Middeck.Knowledge;
using Middeck.Models.Gateway;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>Looks up the passages that an answer is made from.</summary>
internal sealed class PassageFinder(IKnowledgeSearch search)
{
    // What the search takes at most.
    private const int LongestQuery = 4_000;

    public async Task<IReadOnlyList<Citation>> FindAsync(
        ModelCaller caller, AppConfig config, string query, ChatSource source, CancellationToken cancellationToken)
    {
        if (config.KnowledgeBaseIds.Count == 0 || string.IsNullOrWhiteSpace(query))
        {
            return [];
        }

        var hits = await search.SearchAsync(
            new SearchRequest(
                caller, config.KnowledgeBaseIds, Shorten(query), config.TopK,
                ScoreThreshold: config.ScoreThreshold, Rerank: config.Rerank),
            cancellationToken);
        var from = source == ChatSource.Console ? "dev" : "api";
        return [.. hits.Select((hit, index) => new Citation(
            index + 1, hit.KnowledgeBaseId, hit.KnowledgeBaseName, hit.DocumentId, hit.DocumentName, "upload_file",
            hit.ChunkId, from, hit.Score, HitCount: null, hit.WordCount, hit.Position, IndexNodeHash: null, hit.Content,
            hit.Page))];
    }

    private static string Shorten(string query)
    {
        if (query.Length <= LongestQuery)
        {
            return query;
        }

        return query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
    }
}
