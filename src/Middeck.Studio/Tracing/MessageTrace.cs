namespace Middeck.Studio.Tracing;

/// <summary>How a message's answer came about.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="Steps">In the order in which they began; empty when none were kept, as for answers that were cut off by a crash.</param>
internal sealed record MessageTrace(Guid MessageId, IReadOnlyList<TraceStep> Steps);
