namespace Middeck.Studio.Tools.Mcp.SignIn;

/// <summary>A sign-in that has begun.</summary>
/// <param name="AuthorizationUrl">The page to open in the same browser; null when the server asks for no sign-in.</param>
internal sealed record StartedSignIn(string? AuthorizationUrl);
