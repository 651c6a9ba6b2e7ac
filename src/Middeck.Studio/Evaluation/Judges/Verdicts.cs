using Middeck.Core.Errors;

namespace Middeck.Studio.Evaluation.Judges;

/// <summary>Asks all judges of an answer.</summary>
internal sealed class Verdicts(IEnumerable<IAnswerJudge> judges)
{
    /// <exception cref="FaultException">A judge's model could not be asked.</exception>
    public async Task<IReadOnlyList<Verdict>> OfAsync(
        JudgedAnswer answer, JudgeSettings settings, CancellationToken cancellationToken)
    {
        var verdicts = new List<Verdict>();
        foreach (var judge in judges)
        {
            verdicts.AddRange(await judge.JudgeAsync(answer, settings, cancellationToken));
        }

        return verdicts;
    }
}
