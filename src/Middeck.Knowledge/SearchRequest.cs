using Middeck.Knowledge.Bases;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge;

/// <summary>What to look for and where.</summary>
/// <param name="Caller">For whom; its workspace is the border.</param>
/// <param name="KnowledgeBaseIds">Where to look.</param>
/// <param name="Query">The question, at most 4,000 characters.</param>
/// <param name="TopK">How many passages, 1 to 100; null for each base's own setting.</param>
/// <param name="Method">How; null for each base's own setting.</param>
/// <param name="ScoreThreshold">Passages below it are left out, 0 to 1; null for each base's own setting, 0 for none.</param>
/// <param name="Rerank">Whether a rerank model orders the result; null for each base's own setting.</param>
public sealed record SearchRequest(
    ModelCaller Caller,
    IReadOnlyList<Guid> KnowledgeBaseIds,
    string Query,
    int? TopK = null,
    SearchMethod? Method = null,
    double? ScoreThreshold = null,
    bool? Rerank = null)
{
    /// <summary>How what words and meaning found becomes one list; null for the bases' own setting.</summary>
    public RerankingMode? RerankingMode { get; init; }

    /// <summary>For <c>weighted_score</c>; null for the bases' own setting.</summary>
    public HybridWeights? Weights { get; init; }

    /// <summary><c>provider/model</c>; null for the bases' own setting.</summary>
    public string? RerankModel { get; init; }

    /// <summary>How many chunks before and after each passage come with it, 0 to 2; null for the bases' own setting.</summary>
    public int? Neighbours { get; init; }

    /// <summary>Only passages of these documents; null for all.</summary>
    public IReadOnlyCollection<Guid>? DocumentIds { get; init; }

    /// <summary>Which documents, by their metadata; null for each base's own setting.</summary>
    public MetadataFilter? Filters { get; init; }

    /// <summary>Whether a chat model rewrites the question; null for the bases' own setting.</summary>
    public QueryRewriting? Rewriting { get; init; }

    /// <summary>What was said before, oldest first; rewriting reads it.</summary>
    public IReadOnlyList<ConversationTurn> Conversation { get; init; } = [];

    /// <summary>Settings that take the place of each base's own, to try them out without a trace; null for none.</summary>
    public RetrievalSettings? Trial { get; init; }

    /// <summary>Whether each hit says how it came to its place, and those below the score threshold are told beside them.</summary>
    public bool Explain { get; init; }
}
