namespace Middeck.Knowledge;

/// <summary>A part of a text, in UTF-16 units.</summary>
/// <param name="Start">From 0.</param>
/// <param name="Length">At least 1.</param>
public readonly record struct TextRange(int Start, int Length);
