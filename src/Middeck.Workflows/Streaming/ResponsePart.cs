using Middeck.Workflows.Values;

namespace Middeck.Workflows.Streaming;

/// <summary>A piece of what a response node writes: text, or a variable.</summary>
/// <param name="Text">The text; of a variable what stands there when nothing can ever give it a value.</param>
/// <param name="Selector">The variable; null for text.</param>
/// <param name="Up">How many levels around this one the variable's node stands; -1 when there is nothing to wait for.</param>
/// <param name="Node">The index there of that node, or of the container that holds it.</param>
internal sealed record ResponsePart(string Text, Selector? Selector = null, int Up = -1, int Node = -1);
