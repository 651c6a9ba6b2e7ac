namespace Middeck.Workflows.Values;

/// <summary>A piece of a template: text, or a reference with the text that it was written as.</summary>
public sealed record TemplatePart(string Text, Selector? Selector = null);
