namespace Middeck.Core.Security;

/// <summary>Who is on the other side of a call.</summary>
public enum CallerKind
{
    /// <summary>Nobody that is known.</summary>
    Anonymous,

    /// <summary>A person with an access token.</summary>
    User,

    /// <summary>A program with an <c>app-</c> key: it may call one published app.</summary>
    AppKey,

    /// <summary>A program with a <c>dataset-</c> key: it may work on the workspace's knowledge bases.</summary>
    DatasetKey,

    /// <summary>A program with an <c>md-</c> key and named scopes.</summary>
    ManagementKey,
}
