namespace Middeck.Knowledge.Retrieval;

/// <summary>A chunk that may be shown at this moment, as its row has it.</summary>
internal sealed record LiveChunk(
    Guid Id,
    Guid BaseId,
    Guid DocumentId,
    string DocumentName,
    int Position,
    int? Page,
    string Content,
    int WordCount,
    string? Answer,
    string? Heading,
    string? Place);
