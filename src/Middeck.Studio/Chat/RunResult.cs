using Middeck.Studio.Conversations;

namespace Middeck.Studio.Chat;

/// <summary>How a run ended.</summary>
/// <param name="Status">Completed, stopped or failed.</param>
/// <param name="Answer">All text until then.</param>
/// <param name="Citations">The passages that were given to the model.</param>
/// <param name="Usage">What it used.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
internal sealed record RunResult(
    MessageStatus Status,
    string Answer,
    IReadOnlyList<Citation> Citations,
    RunUsage Usage,
    RunFailure? Failure)
{
    /// <summary>The annotation that the answer is; null when it is none.</summary>
    public AnnotationReply? Annotation { get; init; }

    /// <summary>The last event of the run.</summary>
    public RunEvent ToEvent()
        => Failure is null
            ? new RunEvent.Ended(Answer, Citations, Usage, Annotation)
            : new RunEvent.Failed(Failure);
}
