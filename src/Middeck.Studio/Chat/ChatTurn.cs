using Middeck.Studio.Files;

namespace Middeck.Studio.Chat;

/// <summary>An earlier question and its answer.</summary>
internal sealed record ChatTurn(string Query, string Answer)
{
    /// <summary>The message; empty where there is none.</summary>
    public Guid MessageId { get; init; }

    /// <summary>What the question came with.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];
}
