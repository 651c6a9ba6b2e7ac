using Middeck.Workflows.Values;

namespace Middeck.Workflows.Events;

/// <summary>Text that the reader sees next.</summary>
/// <param name="At">When.</param>
/// <param name="Text">The piece.</param>
/// <param name="From">Where it comes from: a variable, or the response node's own text.</param>
/// <param name="NodeId">The node that it comes from.</param>
/// <param name="IsAnswer">Whether it belongs to a chat's message; otherwise to a workflow's result.</param>
public sealed record TextChunk(DateTimeOffset At, string Text, Selector From, string NodeId, bool IsAnswer) : GraphEvent(At);

/// <summary>All text so far is to be replaced by this.</summary>
public sealed record TextReplaced(DateTimeOffset At, string Text, bool IsAnswer) : GraphEvent(At);
