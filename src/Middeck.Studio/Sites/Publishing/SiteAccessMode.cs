namespace Middeck.Studio.Sites.Publishing;

/// <summary>Who may open a public page.</summary>
public enum SiteAccessMode
{
    /// <summary>Everybody who has its address.</summary>
    Open,

    /// <summary>Who knows the access code.</summary>
    Code,

    /// <summary>Members of the workspace who may use the app.</summary>
    SignIn,
}
