using Middeck.Knowledge;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Tracing;

namespace Middeck.Studio.Chat;

/// <summary>Looks up the passages that an answer is made from.</summary>
internal sealed class PassageFinder(IKnowledgeSearch search)
{
    // What the search takes at most.
    private const int LongestQuery = 4_000;

    public Task<IReadOnlyList<Citation>> FindAsync(Turn turn, CancellationToken cancellationToken)
    {
        var config = turn.Config;
        var query = QueryOf(turn);
        if (config.KnowledgeBaseIds.Count == 0 || string.IsNullOrWhiteSpace(query))
        {
            return Task.FromResult<IReadOnlyList<Citation>>([]);
        }

        return turn.Run.Trace.RecordAsync(
            TraceKind.Retrieval,
            "Knowledge",
            new { query = Shorten(query), knowledge_base_ids = config.KnowledgeBaseIds, config.TopK, config.ScoreThreshold },
            async step =>
            {
                var found = await SearchAsync(turn, config.KnowledgeBaseIds, query, cancellationToken);
                step.Returns(found);
                return found;
            });
    }

    /// <summary>The passages in some knowledge bases, by the app's settings.</summary>
    public async Task<IReadOnlyList<Citation>> SearchAsync(
        Turn turn, IReadOnlyList<Guid> bases, string query, CancellationToken cancellationToken)
    {
        var config = turn.Config;
        var hits = await search.SearchAsync(
            new SearchRequest(
                turn.Caller, bases, Shorten(query), config.TopK,
                ScoreThreshold: config.ScoreThreshold, Rerank: config.Rerank),
            cancellationToken);
        var from = turn.Run.Request.Source == ChatSource.Console ? "dev" : "api";
        return [.. hits.Select((hit, index) => Citation.Of(hit, index + 1, from))];
    }

    // An app without questions looks for what stands in one of its fields.
    private static string QueryOf(Turn turn)
        => turn.Config.QueryVariable is { } variable && turn.Inputs.Member(variable).Text() is { Length: > 0 } text
            ? text
            : turn.Query;

    /// <summary>As much of a question as the search takes.</summary>
    public static string Shorten(string query)
    {
        if (query.Length <= LongestQuery)
        {
            return query;
        }

        return query[..(char.IsHighSurrogate(query[LongestQuery - 1]) ? LongestQuery - 1 : LongestQuery)];
    }
}
