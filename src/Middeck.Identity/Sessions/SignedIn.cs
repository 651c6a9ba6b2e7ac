using Middeck.Identity.Users;

namespace Middeck.Identity.Sessions;

/// <summary>The answer to a login or refresh.</summary>
internal sealed record SignedIn(string AccessToken, string RefreshToken, string TokenType, int ExpiresIn, User User)
{
    public static SignedIn Of(SessionTokens tokens, UserRow user)
        => new(tokens.AccessToken, tokens.RefreshToken, "Bearer", tokens.ExpiresIn, user.ToUser());
}
