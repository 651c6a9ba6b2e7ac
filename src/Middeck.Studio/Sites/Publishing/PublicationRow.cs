namespace Middeck.Studio.Sites.Publishing;

/// <summary>The row of a page.</summary>
/// <param name="AppId">Whose page it is.</param>
/// <param name="WorkspaceId">Whose app it is.</param>
/// <param name="Token">The page's part of its address.</param>
/// <param name="Access">Who may open it.</param>
/// <param name="CodeHash">Of the access code; null for none.</param>
/// <param name="CodeRevision">Counts the codes: who said an older one has to say the present one.</param>
/// <param name="IdentitySecret">Encrypted; null for none.</param>
/// <param name="IssuedAt">When the address was made.</param>
internal sealed record PublicationRow(
    Guid AppId,
    Guid WorkspaceId,
    string Token,
    SiteAccess Access,
    string? CodeHash,
    int CodeRevision,
    string? IdentitySecret,
    DateTimeOffset IssuedAt)
{
    /// <summary>Binds the encrypted secret to its page.</summary>
    public static string PurposeOf(Guid appId) => $"studio.site/{appId}";
}
