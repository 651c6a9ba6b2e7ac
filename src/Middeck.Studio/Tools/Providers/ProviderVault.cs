using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Secrets;

namespace Middeck.Studio.Tools.Providers;

/// <summary>Seals and opens the secrets of providers.</summary>
internal sealed class ProviderVault(ISecretVault vault)
{
    /// <summary>The ciphertext; null for no secrets.</summary>
    public string? Seal(Guid id, ProviderSecrets secrets)
        => secrets.IsEmpty ? null : vault.Encrypt(JsonSerializer.Serialize(secrets, Json.Snake), ToolProviderRow.PurposeOf(id));

    /// <exception cref="Core.Errors.FaultException"><c>tools.provider_secrets_unreadable</c>.</exception>
    public ProviderConnection Open(ToolProviderRow row)
    {
        try
        {
            var secrets = row.Secrets is { } text
                ? JsonSerializer.Deserialize<ProviderSecrets>(vault.Decrypt(text, ToolProviderRow.PurposeOf(row.Id)), Json.Snake)!
                : ProviderSecrets.None;
            return new ProviderConnection(row.Id, row.WorkspaceId, row.Settings, secrets) { IsSignedIn = row.SignIn is not null };
        }
        catch (CryptographicException ex)
        {
            throw ToolProviderFaults.SecretsUnreadable(row.Name, ex);
        }
    }
}
