namespace Middeck.Studio.Conversations;

/// <summary>Chooses what of a conversation is read and gone on with.</summary>
public sealed record ChooseBranch
{
    /// <summary>A message of the branch; from there on the latest one counts.</summary>
    public required Guid MessageId { get; init; }
}
