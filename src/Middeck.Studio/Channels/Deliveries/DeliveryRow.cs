using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Channels.Deliveries;

/// <summary>A row of <c>studio.channel_delivery</c>.</summary>
internal sealed record DeliveryRow(
    Guid Id,
    Guid WorkspaceId,
    Guid ChannelId,
    string Type,
    string EventId,
    string? Lane,
    string? Person,
    Guid? SubjectId,
    string? Payload,
    JsonElement Progress,
    DeliveryState State,
    int Attempt,
    DateTimeOffset DueAt,
    int? StatusCode,
    string? Response,
    string? Error,
    double? Duration,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt)
{
    public static DeliveryRow From(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<Guid>("channel_id"),
        row.Get<string>("type"),
        row.Get<string>("event_id"),
        row.Get<string?>("lane"),
        row.Get<string?>("person"),
        row.Get<Guid?>("subject_id"),
        row.Get<string?>("payload"),
        row.Json("progress")!.Value,
        row.Word<DeliveryState>("state"),
        row.Get<int>("attempt"),
        row.Get<DateTimeOffset>("due_at"),
        row.Get<int?>("status_code"),
        row.Get<string?>("response"),
        row.Get<string?>("error"),
        row.Get<double?>("duration"),
        row.Get<DateTimeOffset>("created_at"),
        row.Get<DateTimeOffset?>("finished_at"));
}
