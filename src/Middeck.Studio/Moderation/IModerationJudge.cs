using Middeck.Studio.Answering;

namespace Middeck.Studio.Moderation;

/// <summary>Judges texts in one way.</summary>
internal interface IModerationJudge
{
    /// <summary>One of <see cref="ModerationType"/>.</summary>
    string Type { get; }

    /// <exception cref="Core.Errors.FaultException">It cannot be asked, or answers nonsense.</exception>
    Task<Verdict> JudgeAsync(
        Turn turn, ModerationSettings settings, ModeratedText text, CancellationToken cancellationToken);
}
