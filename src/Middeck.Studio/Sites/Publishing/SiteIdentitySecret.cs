namespace Middeck.Studio.Sites.Publishing;

/// <summary>Shown once.</summary>
/// <param name="Secret">The key of the HMAC-SHA256 over a user's id, written in hex, by which an embedding page vouches for the user.</param>
internal sealed record SiteIdentitySecret(string Secret);
