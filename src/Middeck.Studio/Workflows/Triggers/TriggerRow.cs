namespace Middeck.Studio.Workflows.Triggers;

/// <summary>A row of <c>studio.workflow_trigger</c>, with how far its last run is.</summary>
internal sealed record TriggerRow(
    Guid Id,
    Guid WorkspaceId,
    Guid AppId,
    string NodeId,
    TriggerKind Kind,
    bool IsLive,
    bool Enabled,
    string? Schedule,
    DateTimeOffset? NextAt,
    DateTimeOffset? LastAt,
    Guid? LastRunId,
    string? LastStatus,
    DateTimeOffset? ListeningUntil,
    Guid? Listener,
    DateTimeOffset CreatedAt);
