using System.ComponentModel.DataAnnotations;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Evaluation;

/// <summary>One choice of settings to try the cases with.</summary>
public sealed record EvaluationSettings
{
    /// <summary>For people, such as <c>hybrid, reranked</c>.</summary>
    [StringLength(100)]
    public string? Label { get; init; }

    /// <summary>How to search; null for the base's own settings.</summary>
    public RetrievalSettings? Retrieval { get; init; }
}
