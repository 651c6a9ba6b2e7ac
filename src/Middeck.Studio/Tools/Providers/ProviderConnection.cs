using System.Text;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A provider as it is asked.</summary>
/// <param name="ProviderId">Which one it is.</param>
/// <param name="WorkspaceId">Whose way out is taken.</param>
/// <param name="Settings">Where and how.</param>
/// <param name="Secrets">With what.</param>
internal sealed record ProviderConnection(Guid ProviderId, Guid WorkspaceId, ProviderSettings Settings, ProviderSecrets Secrets)
{
    /// <summary>Whether somebody has signed in to it, where it asks for that.</summary>
    public bool IsSignedIn { get; init; }

    /// <summary>The headers that show who asks.</summary>
    public IEnumerable<KeyValuePair<string, string>> Headers()
    {
        var key = Secrets.Key ?? "";
        var auth = Settings.Auth;
        foreach (var header in Secrets.Headers)
        {
            yield return header;
        }

        switch (auth.Type)
        {
            case ProviderAuth.Bearer:
                yield return new("Authorization", $"Bearer {key}");
                break;
            case ProviderAuth.Basic:
                yield return new("Authorization", $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{auth.Username}:{key}"))}");
                break;
            case ProviderAuth.ApiKey when auth.In == ProviderAuth.Header:
                yield return new(auth.Name, auth.Prefix.Length > 0 ? $"{auth.Prefix} {key}" : key);
                break;
        }
    }

    /// <summary>The parameters of the address that show who asks.</summary>
    public IEnumerable<KeyValuePair<string, string>> Query()
        => Settings.Auth is { Type: ProviderAuth.ApiKey, In: ProviderAuth.Query } auth ? [new(auth.Name, Secrets.Key ?? "")] : [];
}
