using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>A person as an app's own program names them.</summary>
internal sealed record DifyEndUser(
    Guid Id,
    Guid TenantId,
    Guid AppId,
    string Type,
    string ExternalUserId,
    string Name,
    bool IsAnonymous,
    string SessionId,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt)
{
    // Nothing of such a row ever changes; without accounts of their own they are all known by their name alone.
    public static DifyEndUser Of(EndUserRow row) => new(
        row.Id, row.WorkspaceId, row.AppId, "service_api", row.ExternalId, row.ExternalId, IsAnonymous: true, row.ExternalId,
        row.CreatedAt, row.CreatedAt);
}
