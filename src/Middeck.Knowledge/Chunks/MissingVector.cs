namespace Middeck.Knowledge.Chunks;

/// <summary>A text that has no vector.</summary>
/// <param name="Id">Of the chunk or the child.</param>
/// <param name="Text">What is embedded.</param>
/// <param name="UpdatedAt">Which version of the text it is.</param>
internal sealed record MissingVector(Guid Id, string Text, DateTimeOffset UpdatedAt);
