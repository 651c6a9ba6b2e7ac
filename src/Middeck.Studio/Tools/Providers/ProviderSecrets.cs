namespace Middeck.Studio.Tools.Providers;

/// <summary>What nobody is shown.</summary>
/// <param name="Key">The key, the token or the password; null for none.</param>
/// <param name="Headers">Values by header.</param>
internal sealed record ProviderSecrets(string? Key, IReadOnlyDictionary<string, string> Headers)
{
    public static ProviderSecrets None { get; } = new(null, new Dictionary<string, string>());

    /// <summary>Values by variable of what is started.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => Key is null && Headers.Count == 0 && Environment.Count == 0;
}
