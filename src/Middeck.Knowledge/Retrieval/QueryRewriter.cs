using System.Text;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Has a chat model put the question into words that a search finds more with.</summary>
internal sealed class QueryRewriter(QueryModel model)
{
    private const int Variants = 3;
    private const int LongestQuery = 1000;
    private const int LastTurns = 6;
    private const int LongestTurn = 1000;

    private const string RewriteInstructions = """
        You prepare questions for a search engine over documents. Rewrite the last question so that it stands alone: put what
        "it", "that" and the like stand for in its place, taken from the conversation. Keep its language, its meaning, and all
        names and numbers. Do not answer it. Answer with JSON only: {"queries": ["the rewritten question"]}
        """;

    private const string VariantInstructions = """
        You prepare questions for a search engine over documents. Write three other ways to ask the last question, with other
        words that its answer may use. Each must stand alone, in the language of the question. Do not answer it. Answer with
        JSON only: {"queries": ["first", "second", "third"]}
        """;

    /// <summary>What to search for: the question itself, or what the model made of it.</summary>
    public async Task<IReadOnlyList<string>> QueriesAsync(
        SearchRequest request,
        string query,
        QueryRewriting? rewriting,
        SearchTrace trace,
        CancellationToken cancellationToken)
    {
        if (rewriting is null or { Mode: RewritingMode.None })
        {
            return [query];
        }

        var (answer, reason) = await trace.TimeAsync("rewrite", () => model.AskAsync<RewrittenQueries>(
            request.Caller,
            rewriting.Model,
            rewriting.TimeoutSeconds,
            rewriting.Mode == RewritingMode.Rewrite ? RewriteInstructions : VariantInstructions,
            Input(request.Conversation, query),
            cancellationToken));
        List<string> written =
        [
            .. (answer?.Queries ?? []).Select(static text => text?.Trim() ?? "")
                .Where(static text => text.Length is > 0 and <= LongestQuery)
                .Distinct(StringComparer.Ordinal).Take(Variants),
        ];
        if (written.Count == 0)
        {
            trace.Note($"The question was searched as it is: {(reason.Length > 0 ? reason : "the model wrote no question")}.");
            return [query];
        }

        return rewriting.Mode == RewritingMode.Rewrite ? [written[0]] : [query, .. written.Where(text => text != query)];
    }

    private static string Input(IReadOnlyList<ConversationTurn> conversation, string query)
    {
        var input = new StringBuilder();
        if (conversation.Count > 0)
        {
            input.AppendLine("Conversation:");
            foreach (var turn in conversation.TakeLast(LastTurns))
            {
                var content = turn.Content.Length > LongestTurn ? turn.Content[..LongestTurn] : turn.Content;
                input.Append(turn.Role == "assistant" ? "Assistant: " : "User: ").AppendLine(content);
            }

            input.AppendLine();
        }

        return input.Append("Question: ").Append(query).ToString();
    }
}
