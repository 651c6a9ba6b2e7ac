using Middeck.Workflows.Values;

namespace Middeck.Workflows.Engine;

/// <summary>A node gives a conversation variable or a loop variable a new value.</summary>
public sealed record VariableWrite(Selector Variable, Segment Value);
