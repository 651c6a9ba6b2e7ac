using Middeck.Studio.Channels.Deliveries;

namespace Middeck.Studio.Channels.Bots;

/// <summary>A message on its way to an answer.</summary>
internal sealed record BotTurn(
    BotChannel Bot, IBotPlatform Platform, DeliveryRow Delivery, BotMessage Message, BotWords Words)
{
    public BotLook Look => Platform.LookOf(Bot);
}
