namespace Middeck.Studio.Workflows.Triggers;

/// <summary>A trigger of the live version.</summary>
/// <param name="NodeId">Its node.</param>
/// <param name="Kind">What starts runs.</param>
/// <param name="Schedule">Its times, as JSON; null for webhooks and for times that cannot be read.</param>
/// <param name="NextAt">When it is due, when it begins to count now; null for never.</param>
internal sealed record LiveTrigger(string NodeId, TriggerKind Kind, string? Schedule, DateTimeOffset? NextAt);
