namespace Middeck.Studio.Channels;

/// <summary>A webhook's new secret, shown once.</summary>
/// <param name="SigningSecret"><c>whsec_…</c>.</param>
/// <param name="FormerValidUntil">Until when calls carry a signature by the former one as well.</param>
internal sealed record RotatedSecret(string SigningSecret, DateTimeOffset FormerValidUntil);
