namespace Middeck.Studio.Answering;

/// <summary>
/// Answers before any model is asked: a question that is not allowed, one whose answer people have written. Asked in the order
/// of registration; the first answer is the answer.
/// </summary>
internal interface IShortcut
{
    /// <summary>The whole answer, or null to go on. May change what the turn asks.</summary>
    Task<string?> AnswerAsync(Turn turn, CancellationToken cancellationToken);
}
