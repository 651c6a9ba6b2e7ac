namespace Middeck.Identity.Tokens;

/// <summary>What an access token says.</summary>
/// <param name="UserId"><c>sub</c>.</param>
/// <param name="SessionId"><c>sid</c>.</param>
internal readonly record struct AccessTokenClaims(Guid UserId, Guid SessionId);
