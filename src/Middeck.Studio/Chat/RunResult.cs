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
    /// <summary>The code of an answer that was given in the place of one that is not allowed.</summary>
    public const string Moderated = "moderated";

    /// <summary>The annotation that the answer is; null when it is none.</summary>
    public AnnotationReply? Annotation { get; init; }

    /// <summary>Whether the answer stands in the place of one that is not allowed.</summary>
    public bool IsModerated { get; init; }

    /// <summary>Why the row has not the model's whole answer; null when it has.</summary>
    public string? Code => Failure?.Code ?? (IsModerated ? Moderated : null);

    /// <summary>The last event of the run.</summary>
    public RunEvent ToEvent()
        => Failure is null
            ? new RunEvent.Ended(Answer, Citations, Usage, Annotation, IsModerated)
            : new RunEvent.Failed(Failure);
}
