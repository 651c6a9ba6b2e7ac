namespace Middeck.Studio.Sites.Visitors;

/// <summary>What stands between a visitor and the page.</summary>
internal enum SiteEntry
{
    /// <summary>Nothing.</summary>
    Granted,

    /// <summary>The access code.</summary>
    Code,

    /// <summary>Signing in.</summary>
    SignIn,
}
