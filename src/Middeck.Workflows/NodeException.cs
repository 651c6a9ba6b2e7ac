namespace Middeck.Workflows;

/// <summary>A node cannot do its work. Its text is what the user reads; it never holds a secret.</summary>
/// <param name="kind">The name of the failure, such as <c>VariableNotFoundError</c>; it becomes the node's <c>error_type</c>.</param>
/// <param name="message">One sentence.</param>
/// <param name="inner">What led to it.</param>
public sealed class NodeException(string kind, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The name of the failure.</summary>
    public string Kind { get; } = kind;
}
