namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Judges answers in one way.</summary>
internal interface IAnswerJudge
{
    /// <summary>What it says; empty when it has nothing to say of the case.</summary>
    Task<IReadOnlyList<Verdict>> JudgeAsync(
        JudgedAnswer answer, JudgeSettings settings, CancellationToken cancellationToken);
}
