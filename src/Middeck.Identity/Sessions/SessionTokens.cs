namespace Middeck.Identity.Sessions;

/// <summary>What a signed-in program or browser gets.</summary>
internal sealed record SessionTokens(string AccessToken, string RefreshToken, int ExpiresIn);
