namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>How a variable gets its first value.</summary>
internal readonly record struct Load(LoadKind Kind, string Name, Slot From = default);
