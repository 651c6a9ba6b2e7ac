namespace Middeck.Identity.Sessions;

/// <summary>The refresh token of a program; browsers send the cookie instead.</summary>
internal sealed record RefreshRequest(string? RefreshToken);
