namespace Middeck.Studio.Insight;

/// <summary>What a sum is of: an app's half hour, by place, model and currency.</summary>
internal readonly record struct SlotKey(
    Guid WorkspaceId, Guid AppId, DateTimeOffset Slot, string Source, string Model, string Currency);
