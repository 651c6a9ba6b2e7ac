namespace Middeck.Knowledge.Evaluation;

/// <summary>A saved question with the passages that ought to be found.</summary>
internal sealed record TestCase(
    Guid Id,
    string Query,
    IReadOnlyList<ExpectedPassage> Expected,
    Guid? CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt);
