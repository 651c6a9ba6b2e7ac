namespace Middeck.Knowledge.Sources;

/// <summary>One thing that a source would bring or has trouble with.</summary>
/// <param name="Key">Its name there.</param>
/// <param name="Name">What the document would be called; null when there would be none.</param>
/// <param name="Error">Why there would be none.</param>
internal sealed record SourceCheckItem(string Key, string? Name, string? Error);
