namespace Middeck.Studio.Workflows.Nodes.Code;

/// <summary>A declared output.</summary>
/// <param name="Type">The type as the DSL names it, such as <c>array[string]</c>.</param>
/// <param name="Children">The declared fields of an object, or of each object of a list; null when they are not declared.</param>
internal sealed record CodeOutput(string Type, IReadOnlyDictionary<string, CodeOutput>? Children);
