using System.Security.Cryptography;
using System.Text.Json;
using Middeck.Storage.Secrets;
using Middeck.Studio.Tools.Providers;
using ModelContextProtocol.Authentication;

namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>
/// What a sign-in to a provider's server brought: tokens, and the client that we registered there. Read anew each time, because another
/// node may have renewed it.
/// </summary>
internal sealed class StoredTokens(Guid workspaceId, Guid providerId, ToolProviderStore store, ISecretVault vault) : ITokenCache
{
    public async ValueTask StoreTokensAsync(TokenContainer tokens, CancellationToken cancellationToken)
        => await store.SaveSignInAsync(
            workspaceId, providerId, vault.Encrypt(JsonSerializer.Serialize(tokens), ToolProviderRow.SignInPurposeOf(providerId)),
            cancellationToken);

    public async ValueTask<TokenContainer?> GetTokensAsync(CancellationToken cancellationToken)
    {
        if (await store.FindAsync(workspaceId, providerId, cancellationToken) is not { SignIn: { } kept })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<TokenContainer>(vault.Decrypt(kept, ToolProviderRow.SignInPurposeOf(providerId)));
        }
        catch (CryptographicException)
        {
            // Of another master key: people sign in again.
            return null;
        }
    }
}
