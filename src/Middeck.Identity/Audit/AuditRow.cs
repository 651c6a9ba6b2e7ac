using System.Text.Json;

namespace Middeck.Identity.Audit;

/// <summary>A row of <c>identity.audit</c>.</summary>
internal sealed record AuditRow
{
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null: of the installation.</summary>
    public required Guid? WorkspaceId { get; init; }

    public required string ActorKind { get; init; }

    public required Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Action { get; init; }

    public string? ObjectKind { get; init; }

    public string? ObjectId { get; init; }

    public string? ObjectName { get; init; }

    public string? Ip { get; init; }

    public string? UserAgent { get; init; }

    public required int Status { get; init; }

    public JsonElement? Before { get; init; }

    public JsonElement? After { get; init; }

    public string? TraceId { get; init; }
}
