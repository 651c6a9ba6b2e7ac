namespace Middeck.Studio.Apps;

/// <summary>Whether an app can be called.</summary>
internal enum AppStatus
{
    /// <summary>Never published: only its makers can try it.</summary>
    Draft,

    /// <summary>A version is published.</summary>
    Published,
}
