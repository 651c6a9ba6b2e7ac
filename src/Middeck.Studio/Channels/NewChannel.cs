namespace Middeck.Studio.Channels;

/// <summary>A channel that was made, with what is shown once.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="SigningSecret">Of a webhook: what its calls are signed with, <c>whsec_…</c>; null for bots.</param>
internal sealed record NewChannel(Channel Channel, string? SigningSecret);
