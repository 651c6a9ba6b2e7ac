namespace Middeck.Workflows.Events;

/// <summary>Something that happened in a run. The order of the events is the order in which it happened.</summary>
/// <param name="At">When.</param>
public abstract record GraphEvent(DateTimeOffset At);
