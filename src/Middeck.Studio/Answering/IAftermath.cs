namespace Middeck.Studio.Answering;

/// <summary>
/// Does what follows a completed answer, after it is saved and shown: remembers, summarises. A failure is reported and changes
/// nothing of the answer.
/// </summary>
internal interface IAftermath
{
    Task FollowAsync(Turn turn, CancellationToken cancellationToken);
}
