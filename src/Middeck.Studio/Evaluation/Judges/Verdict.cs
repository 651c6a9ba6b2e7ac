namespace Middeck.Studio.Evaluation.Judges;

/// <summary>What a judge says of an answer.</summary>
/// <param name="Judge">Who.</param>
/// <param name="Passed">Whether it is good enough.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record Verdict(JudgeKind Judge, bool Passed, double Score, string Reason)
{
    /// <summary>Which rule, where <see cref="Value"/> says the rest, so that the sentence can be told in another language.</summary>
    public RuleKind? Rule { get; init; }

    /// <summary>What was compared with: the rule's value, or the nearness that was needed; null where only the reason says it.</summary>
    public string? Value { get; init; }
}
