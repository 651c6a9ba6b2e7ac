namespace Middeck.Identity.Passwords;

/// <summary>A link that works once, to be handed to the person.</summary>
internal sealed record OneTimeLink(string Url, DateTimeOffset ExpiresAt);
