using System.Text.Json.Serialization;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.FastGpt;

/// <summary>What one part of the app did, as FastGPT tells it of its nodes.</summary>
/// <param name="NodeId">Stable within the app.</param>
/// <param name="ModuleName">For people.</param>
/// <param name="ModuleType">FastGPT's name of the kind.</param>
/// <param name="RunningTime">Seconds.</param>
/// <param name="TotalPoints">FastGPT's money; always 0.</param>
internal sealed record FastGptNode(string NodeId, string ModuleName, string ModuleType, double RunningTime, double TotalPoints)
{
    public const string SearchName = "Knowledge search";
    public const string ChatName = "AI chat";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Query { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Model { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? InputTokens { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? OutputTokens { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<Quote>? QuoteList { get; init; }

    /// <summary>A passage that the answer was made from.</summary>
    internal sealed record Quote(
        Guid Id, string Q, string A, Guid DatasetId, Guid CollectionId, Guid SourceId, string SourceName, int ChunkIndex,
        IReadOnlyList<Score> Score);

    internal sealed record Score(string Type, double Value, int Index);

    /// <summary>The parts of an app without a graph: the search, when it found something, and the model.</summary>
    public static IReadOnlyList<FastGptNode> Of(ChatRun run, RunEvent.Ended ended)
    {
        var nodes = new List<FastGptNode>(2);
        var wait = ended.Usage.TimeToFirstToken ?? 0;
        if (ended.Citations.Count > 0)
        {
            nodes.Add(new FastGptNode("search", SearchName, "datasetSearchNode", Math.Round(wait, 2), 0)
            {
                Query = run.Request.Query,
                QuoteList = [.. ended.Citations.Select(QuoteOf)],
            });
        }

        nodes.Add(new FastGptNode("chat", ChatName, "chatNode", Math.Round(ended.Usage.Duration, 2), 0)
        {
            Query = run.Request.Query,
            Model = run.Model,
            InputTokens = ended.Usage.PromptTokens,
            OutputTokens = ended.Usage.CompletionTokens,
        });
        return nodes;
    }

    private static Quote QuoteOf(Citation citation, int index) => new(
        citation.SegmentId, citation.Content, "", citation.DatasetId, citation.DocumentId, citation.DocumentId,
        citation.DocumentName, citation.SegmentPosition, [new Score("rrf", citation.Score, index)]);
}
