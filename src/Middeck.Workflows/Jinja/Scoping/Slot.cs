namespace Middeck.Workflows.Jinja.Scoping;

/// <summary>Where a variable is kept.</summary>
internal readonly record struct Slot(FunctionScope Function, int Index);
