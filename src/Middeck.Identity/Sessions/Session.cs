namespace Middeck.Identity.Sessions;

/// <summary>A place where a person is signed in; the current one is the one that asks.</summary>
internal sealed record Session(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string? Ip, string? UserAgent, bool Current);
