using Middeck.Storage.Sql;

namespace Middeck.Studio.Channels;

/// <summary>A row of <c>studio.channel</c>.</summary>
internal sealed record ChannelRow(
    Guid Id,
    Guid WorkspaceId,
    Guid AppId,
    ChannelKind Kind,
    string Name,
    bool Enabled,
    string? SwitchedOffReason,
    string[] Events,
    ChannelSettings Settings,
    string Secrets,
    DateTimeOffset? FailingSince,
    DateTimeOffset? LastEventAt,
    DateTimeOffset? LastSuccessAt,
    string? LastError,
    DateTimeOffset? LastErrorAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    public bool IsBot => Kind != ChannelKind.Webhook;

    public static ChannelRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("app_id"),
        row.Word<ChannelKind>("kind"),
        row.Get<string>("name"),
        row.Get<bool>("enabled"),
        row.Get<string?>("switched_off_reason"),
        row.Get<string[]>("events"),
        row.Json<ChannelSettings>("settings")!,
        row.Get<string>("secrets"),
        row.Get<DateTimeOffset?>("failing_since"),
        row.Get<DateTimeOffset?>("last_event_at"),
        row.Get<DateTimeOffset?>("last_success_at"),
        row.Get<string?>("last_error"),
        row.Get<DateTimeOffset?>("last_error_at"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset>("updated_at"));
}
