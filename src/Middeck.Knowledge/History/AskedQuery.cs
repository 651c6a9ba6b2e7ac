namespace Middeck.Knowledge.History;

/// <summary>A question that a base was asked.</summary>
/// <param name="Id">The key.</param>
/// <param name="Origin">Who asked.</param>
/// <param name="Content">The question.</param>
/// <param name="Settings">What the search said itself; what it left to the base is null.</param>
/// <param name="HitCount">How many passages of this base it found.</param>
/// <param name="TopScore">The best passage's score; null when there was none.</param>
/// <param name="Milliseconds">How long the whole search took.</param>
/// <param name="AskedBy">The person, when there was one.</param>
/// <param name="AskedAt">When.</param>
internal sealed record AskedQuery(
    Guid Id,
    QueryOrigin Origin,
    string Content,
    QuerySettings Settings,
    int HitCount,
    double? TopScore,
    double Milliseconds,
    Guid? AskedBy,
    DateTimeOffset AskedAt);
