namespace Middeck.Studio.Evaluation.Judges;

/// <summary>What a judge says of an answer.</summary>
/// <param name="Judge">Who.</param>
/// <param name="Passed">Whether it is good enough.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record Verdict(JudgeKind Judge, bool Passed, double Score, string Reason);
