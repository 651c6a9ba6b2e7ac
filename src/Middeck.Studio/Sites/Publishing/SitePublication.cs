namespace Middeck.Studio.Sites.Publishing;

/// <summary>A page's access as the console sees it.</summary>
internal sealed record SitePublication : SiteAccess
{
    /// <summary>The page's part of its address, <c>/s/{token}</c>; null until it was switched on once.</summary>
    public string? Token { get; init; }

    /// <summary>Whether an access code is set; the code itself is not kept in a form that can be read.</summary>
    public bool HasAccessCode { get; init; }

    /// <summary>Whether there is a secret by which embedding pages vouch for their users.</summary>
    public bool HasIdentitySecret { get; init; }

    /// <summary>When the address was made.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    public static SitePublication Of(PublicationRow? row) => row is null
        ? new SitePublication()
        : new SitePublication
        {
            Token = row.Token,
            Enabled = row.Access.Enabled,
            Mode = row.Access.Mode,
            Networks = row.Access.Networks,
            Origins = row.Access.Origins,
            ExpiresAt = row.Access.ExpiresAt,
            RequestsPerMinute = row.Access.RequestsPerMinute,
            RequestsPerDay = row.Access.RequestsPerDay,
            ConcurrentAnswers = row.Access.ConcurrentAnswers,
            HasAccessCode = row.CodeHash is not null,
            HasIdentitySecret = row.IdentitySecret is not null,
            IssuedAt = row.IssuedAt,
        };
}
