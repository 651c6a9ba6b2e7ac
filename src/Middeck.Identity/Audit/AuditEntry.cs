using System.Text.Json;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Audit;

/// <summary>A row of the audit log as the API shows it.</summary>
internal sealed record AuditEntry(
    Guid Id,
    DateTimeOffset At,
    AuditActor Actor,
    string Action,
    AuditObject? Object,
    string? Ip,
    string? UserAgent,
    int Status,
    JsonElement? Before,
    JsonElement? After,
    string? TraceId)
{
    public static AuditEntry Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<DateTimeOffset>("at"),
        new AuditActor(row.Get<string>("actor_kind"), row.Get<Guid?>("actor_id"), row.Get<string>("actor_name")),
        row.Get<string>("action"),
        row.Get<string?>("object_kind") is { } kind
            ? new AuditObject(kind, row.Get<string?>("object_id"), row.Get<string?>("object_name"))
            : null,
        row.Get<string?>("ip"),
        row.Get<string?>("user_agent"),
        row.Get<int>("status"),
        row.Json("before"),
        row.Json("after"),
        row.Get<string?>("trace_id"));
}
