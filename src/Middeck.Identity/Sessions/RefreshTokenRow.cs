namespace Middeck.Identity.Sessions;

/// <summary>A row of <c>identity.refresh_token</c> with the person of its session.</summary>
internal sealed record RefreshTokenRow(Guid Id, Guid SessionId, Guid UserId);
