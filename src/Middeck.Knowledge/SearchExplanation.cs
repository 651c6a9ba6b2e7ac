using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge;

/// <summary>What a search did.</summary>
/// <param name="Queries">What was looked for: the question, or what a model made of it.</param>
/// <param name="RerankingMode">How the lists became one.</param>
/// <param name="RerankModel">The model that ordered the result, as it was asked for; null for none or the default.</param>
/// <param name="Bases">How each base was searched.</param>
/// <param name="Timings">In the order of the stages.</param>
/// <param name="Notes">What people should know, such as that the vectors were left out.</param>
public sealed record SearchExplanation(
    IReadOnlyList<string> Queries,
    RerankingMode RerankingMode,
    string? RerankModel,
    IReadOnlyList<SearchedBase> Bases,
    IReadOnlyList<StageTime> Timings,
    IReadOnlyList<string> Notes);
