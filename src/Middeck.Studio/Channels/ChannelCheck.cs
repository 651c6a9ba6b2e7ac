namespace Middeck.Studio.Channels;

/// <summary>What trying a channel out came to.</summary>
/// <param name="Ok">Whether the other end accepted it.</param>
/// <param name="Detail">What it said, or what went wrong.</param>
/// <param name="Duration">Seconds.</param>
/// <param name="DeliveryId">Of a webhook: the delivery that was made.</param>
internal sealed record ChannelCheck(bool Ok, string Detail, double Duration, Guid? DeliveryId);
