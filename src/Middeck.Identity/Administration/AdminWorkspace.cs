namespace Middeck.Identity.Administration;

/// <summary>A workspace as administrators of the installation see it.</summary>
internal sealed record AdminWorkspace(
    Guid Id, string Name, int MemberCount, string? Owner, DateTimeOffset CreatedAt, DateTimeOffset? DeletedAt);
