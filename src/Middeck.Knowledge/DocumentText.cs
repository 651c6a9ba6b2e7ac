namespace Middeck.Knowledge;

/// <summary>What a file says.</summary>
/// <param name="Text">Its text; paragraphs are set apart by an empty line, tables are Markdown's.</param>
/// <param name="IsCut">Whether there was more.</param>
public sealed record DocumentText(string Text, bool IsCut);
