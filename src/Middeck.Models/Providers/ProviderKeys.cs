using Middeck.Storage.Secrets;

namespace Middeck.Models.Providers;

/// <summary>Keeps a provider's key: encrypted, with a hint by which people recognise it.</summary>
internal static class ProviderKeys
{
    public static ProviderRow With(ProviderRow row, string? key, ISecretVault vault) => row with
    {
        ApiKey = key is null ? null : vault.Encrypt(key, row.KeyPurpose),
        // Four characters of a short key would give half of it away.
        ApiKeyHint = key is null ? null : key.Length >= 12 ? key[^4..] : "",
    };
}
