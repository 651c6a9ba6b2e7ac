namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>One variable that gets a value when its scope is entered.</summary>
internal readonly record struct EntryLoad(int Index, LoadKind Kind, string Name, VariableRef From);
