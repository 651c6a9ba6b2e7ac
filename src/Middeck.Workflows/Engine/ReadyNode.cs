namespace Middeck.Workflows.Engine;

/// <summary>A node whose turn has come; with its execution when it is tried again.</summary>
internal readonly record struct ReadyNode(Frame Frame, int Place, NodeExecution? Again = null);
