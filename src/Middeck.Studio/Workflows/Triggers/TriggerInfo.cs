namespace Middeck.Studio.Workflows.Triggers;

/// <summary>A trigger as the console shows it.</summary>
/// <param name="Id">The trigger, as long as the node exists.</param>
/// <param name="NodeId">Its node.</param>
/// <param name="Kind"><c>webhook</c> or <c>schedule</c>.</param>
/// <param name="Title">What the author called the node.</param>
/// <param name="IsLive">Whether the live version has the node: only then it starts runs.</param>
/// <param name="Enabled">Whether it is switched on.</param>
/// <param name="WebhookUrl">Where the live version is called, below the platform's own address; null for schedules.</param>
/// <param name="WebhookDebugUrl">Where the draft is called while somebody listens; null for schedules.</param>
/// <param name="Crons">The live version's times as cron expressions of five fields; empty for webhooks.</param>
/// <param name="Timezone">Of those times; null for webhooks.</param>
/// <param name="NextAt">When it starts a run next; null for webhooks and while it is switched off.</param>
/// <param name="LastAt">When it last started a run.</param>
/// <param name="LastRunId">That run.</param>
/// <param name="LastStatus">How far that run is; null when it is gone.</param>
/// <param name="CreatedAt">Since when it is there.</param>
internal sealed record TriggerInfo(
    Guid Id,
    string NodeId,
    TriggerKind Kind,
    string Title,
    bool IsLive,
    bool Enabled,
    string? WebhookUrl,
    string? WebhookDebugUrl,
    IReadOnlyList<string> Crons,
    string? Timezone,
    DateTimeOffset? NextAt,
    DateTimeOffset? LastAt,
    Guid? LastRunId,
    string? LastStatus,
    DateTimeOffset CreatedAt);
