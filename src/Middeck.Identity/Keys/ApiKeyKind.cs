namespace Middeck.Identity.Keys;

/// <summary>What a key opens; its prefix says so.</summary>
public enum ApiKeyKind
{
    /// <summary><c>app-</c>: one published app.</summary>
    App,

    /// <summary><c>dataset-</c>: the workspace's knowledge bases.</summary>
    Dataset,

    /// <summary><c>md-</c>: the management API and the model gateway, within its scopes.</summary>
    Management,
}
