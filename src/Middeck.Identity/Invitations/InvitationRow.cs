using Middeck.Storage.Sql;

namespace Middeck.Identity.Invitations;

/// <summary>An open invitation, found by its token.</summary>
internal sealed record InvitationRow(
    Guid Id, Guid WorkspaceId, string WorkspaceName, string? Email, string Role, DateTimeOffset ExpiresAt)
{
    public static InvitationRow Map(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<Guid>("workspace_id"),
        row.Get<string>("workspace_name"),
        row.Get<string?>("email"),
        row.Get<string>("role"),
        row.Get<DateTimeOffset>("expires_at"));
}
