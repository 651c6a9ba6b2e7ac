namespace Middeck.Studio.Channels.Deliveries;

/// <summary>Makes one attempt at deliveries of one sort. After a crash in the middle it is called again.</summary>
internal interface IDeliveryHandler
{
    bool Handles(ChannelRow channel);

    Task<DeliveryOutcome> AttemptAsync(ChannelRow channel, DeliveryRow delivery, CancellationToken cancellationToken);
}
