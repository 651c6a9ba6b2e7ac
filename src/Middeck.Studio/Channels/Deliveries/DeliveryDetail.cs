namespace Middeck.Studio.Channels.Deliveries;

/// <summary>A delivery with what was sent and what came back.</summary>
/// <param name="Delivery">The delivery.</param>
/// <param name="WebhookId">What its header <c>webhook-id</c> says, in every attempt.</param>
/// <param name="Payload">The body; null before the first attempt, and for bots.</param>
/// <param name="Response">The beginning of the last answer.</param>
internal sealed record DeliveryDetail(Delivery Delivery, string WebhookId, string? Payload, string? Response);
