namespace Middeck.Studio.Logs;

/// <summary>Who asks an app.</summary>
internal enum LogPersonKind
{
    /// <summary>A member of the workspace.</summary>
    User,

    /// <summary>Somebody whom the app's own program names.</summary>
    EndUser,
}
