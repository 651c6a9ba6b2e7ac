using Middeck.Storage.Secrets;
using Middeck.Studio.Tools.Providers;
using ModelContextProtocol.Authentication;

namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>How we show who we are to servers that people sign in to (OAuth 2.1 with PKCE, clients registered by RFC 7591).</summary>
internal sealed class OAuthClient(ToolProviderStore store, ISecretVault vault)
{
    /// <summary>For calls: with what a sign-in brought, renewed when that is needed.</summary>
    public ClientOAuthOptions ForCalls(ProviderConnection connection)
        // Never asked for a page: nobody is there to sign in.
        => OptionsOf(connection, new Uri("https://localhost/"), (_, _) => throw McpFaults.SignInNeeded());

    /// <summary>For a sign-in.</summary>
    /// <param name="connection">Where.</param>
    /// <param name="redirect">Where the browser is sent afterwards.</param>
    /// <param name="ask">Is told the page to be opened, and says what came of it.</param>
    public ClientOAuthOptions ForSignIn(
        ProviderConnection connection, Uri redirect, Func<AuthorizationCallbackContext, CancellationToken, Task<AuthorizationResult>> ask)
        => OptionsOf(connection, redirect, ask);

    private ClientOAuthOptions OptionsOf(
        ProviderConnection connection, Uri redirect, Func<AuthorizationCallbackContext, CancellationToken, Task<AuthorizationResult>> ask)
    {
        var auth = connection.Settings.Auth;
        return new ClientOAuthOptions
        {
            RedirectUri = redirect,
            ClientId = auth.Username.Length > 0 ? auth.Username : null,
            ClientSecret = auth.Username.Length > 0 ? connection.Secrets.Key : null,
            Scopes = auth.Name.Length > 0 ? auth.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries) : null,
            DynamicClientRegistration = new DynamicClientRegistrationOptions { ClientName = "Middeck" },
            TokenCache = new StoredTokens(connection.WorkspaceId, connection.ProviderId, store, vault),
            AuthorizationCallbackHandler = async (context, cancellationToken) => await ask(context, cancellationToken),
        };
    }
}
