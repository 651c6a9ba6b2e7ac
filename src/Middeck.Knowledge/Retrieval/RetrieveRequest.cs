using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Bases;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Asks for passages; what is null is as the bases' settings say.</summary>
public record RetrieveRequest
{
    /// <summary>The question, 1 to 4,000 characters.</summary>
    [Required]
    [StringLength(4000, MinimumLength = 1)]
    public string Query { get; init; } = "";

    /// <summary>How many passages.</summary>
    [Range(1, 100)]
    public int? TopK { get; init; }

    /// <summary>How they are found.</summary>
    public SearchMethod? SearchMethod { get; init; }

    /// <summary>Passages below it are left out.</summary>
    [Range(0d, 1d)]
    public double? ScoreThreshold { get; init; }

    /// <summary>False leaves nothing out for its score, whatever the bases say.</summary>
    public bool? ScoreThresholdEnabled { get; init; }

    /// <summary>Whether a rerank model orders the result.</summary>
    public bool? Rerank { get; init; }

    /// <summary><c>provider/model</c>.</summary>
    [StringLength(200)]
    public string? RerankModel { get; init; }

    /// <summary>How what words and meaning found becomes one list.</summary>
    public RerankingMode? RerankingMode { get; init; }

    /// <summary>For <c>weighted_score</c>.</summary>
    public HybridWeights? Weights { get; init; }

    /// <summary>How many chunks before and after each passage come with it.</summary>
    [Range(0, 2)]
    public int? Neighbours { get; init; }

    /// <summary>Only passages of these documents, at most 1,000.</summary>
    [MaxLength(1000)]
    public IReadOnlyList<Guid>? DocumentIds { get; init; }

    /// <summary>Which documents, by their metadata.</summary>
    public MetadataFilter? Filters { get; init; }

    /// <summary>Whether a chat model rewrites the question.</summary>
    public QueryRewriting? Rewriting { get; init; }

    /// <summary>What was said before, oldest first, at most 20 turns; rewriting reads it.</summary>
    [MaxLength(20)]
    public IReadOnlyList<ConversationTurn>? Conversation { get; init; }

    /// <summary>Whether the answer says how it came about, and also shows what the score threshold left out.</summary>
    public bool Explain { get; init; }

    internal SearchRequest ToSearch(ModelCaller caller, IReadOnlyList<Guid> bases) => new(
        caller, bases, Query, TopK, SearchMethod, ScoreThresholdEnabled == false ? 0 : ScoreThreshold, Rerank)
    {
        RerankModel = RerankModel,
        RerankingMode = RerankingMode,
        Weights = Weights,
        Neighbours = Neighbours,
        DocumentIds = DocumentIds,
        Filters = Filters,
        Rewriting = Rewriting,
        Conversation = Conversation ?? [],
        Explain = Explain,
    };
}
