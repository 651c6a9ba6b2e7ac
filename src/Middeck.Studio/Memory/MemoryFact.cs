namespace Middeck.Studio.Memory;

/// <summary>What an app knows of a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">A sentence.</param>
/// <param name="SourceMessageId">What it was learned from; null when the person wrote it.</param>
/// <param name="CreatedAt">When it was learned.</param>
/// <param name="UpdatedAt">When it was changed.</param>
internal sealed record MemoryFact(
    Guid Id, string Text, Guid? SourceMessageId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>Characters that a fact may have.</summary>
    public const int Longest = 500;

    public static MemoryFact From(MemoryFactRow row)
        => new(row.Id, row.Text, row.SourceMessageId, row.CreatedAt, row.UpdatedAt);
}
