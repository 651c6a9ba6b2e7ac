using System.Text.Json;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Transfer;

/// <summary>A line of <c>documents.jsonl</c>.</summary>
internal sealed record ArchivedDocument
{
    /// <summary>Brings chunks and documents together inside the archive; the imported document has another.</summary>
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public long Size { get; init; }

    public bool Enabled { get; init; } = true;

    public bool Archived { get; init; }

    /// <summary>By the names of the fields; text, number, or seconds since 1970.</summary>
    public IReadOnlyDictionary<string, JsonElement> Metadata { get; init; } = new Dictionary<string, JsonElement>();

    public ChunkingSettings? ChunkedWith { get; init; }

    public int? PageCount { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The entry of its original; null when it is not in the archive.</summary>
    public string? File { get; init; }
}
