using Middeck.Storage.Sql;

namespace Middeck.Identity.Members;

/// <summary>Somebody in a workspace.</summary>
internal sealed record Member(
    Guid UserId,
    string Email,
    string Name,
    string Role,
    DateTimeOffset JoinedAt,
    DateTimeOffset? LastSeenAt,
    bool Suspended)
{
    public static Member Map(Row row) => new(
        row.Get<Guid>("user_id"),
        row.Get<string>("email"),
        row.Get<string>("name"),
        row.Get<string>("role"),
        row.Get<DateTimeOffset>("joined_at"),
        row.Get<DateTimeOffset?>("last_seen_at"),
        row.Get<bool>("suspended"));
}
