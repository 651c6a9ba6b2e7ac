using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels.Deliveries;

/// <summary>Shows what went through a channel, and sends events again.</summary>
internal sealed class DeliveryService(
    ChannelService channels, DeliveryStore store, DeliverySignal signal, TimeProvider clock)
{
    public async Task<Page<Delivery>> ListAsync(
        Caller caller, Guid appId, Guid channelId, PageRequest page, CancellationToken cancellationToken)
    {
        await channels.OpenAsync(caller, appId, channelId, cancellationToken);
        return page.ToPage(await store.ListAsync(channelId, page, cancellationToken), row => row.Id).Select(Delivery.From);
    }

    public async Task<DeliveryDetail> GetAsync(
        Caller caller, Guid appId, Guid channelId, Guid id, CancellationToken cancellationToken)
    {
        var channel = await channels.OpenAsync(caller, appId, channelId, cancellationToken);
        var row = await FindAsync(channelId, id, cancellationToken);
        return new DeliveryDetail(
            Delivery.From(row), WebhookSender.IdOf(row), channel.IsBot ? null : row.Payload, row.Response);
    }

    public async Task<Delivery> ResendAsync(
        Caller caller, Guid appId, Guid channelId, Guid id, AuditTrail audit, CancellationToken cancellationToken)
    {
        var channel = await channels.OpenAsync(caller, appId, channelId, cancellationToken);
        var row = await FindAsync(channelId, id, cancellationToken);
        if (channel.IsBot)
        {
            throw ChannelFaults.NotResendable();
        }

        if (!channel.Enabled)
        {
            throw ChannelFaults.SwitchedOff();
        }

        if (!await store.ResendAsync(channelId, id, clock.GetUtcNow(), cancellationToken))
        {
            throw ChannelFaults.DeliveryUnderWay();
        }

        audit.About("channel", channelId, channel.Name).Change(null, new { ResentDelivery = id, row.Type });
        signal.Set();
        return Delivery.From(await FindAsync(channelId, id, cancellationToken));
    }

    private async Task<DeliveryRow> FindAsync(Guid channelId, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(channelId, id, cancellationToken) ?? throw ChannelFaults.DeliveryNotFound();
}
