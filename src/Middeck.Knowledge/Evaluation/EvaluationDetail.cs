namespace Middeck.Knowledge.Evaluation;

/// <summary>An evaluation with what became of each case.</summary>
/// <param name="Evaluation">The numbers.</param>
/// <param name="Results">Case by case; empty until it is completed.</param>
internal sealed record EvaluationDetail(EvaluationSummary Evaluation, IReadOnlyList<CaseResult> Results);
