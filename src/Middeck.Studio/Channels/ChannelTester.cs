using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Storage.Secrets;
using Middeck.Studio.Channels.Bots;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Studio.Channels.Webhooks;

namespace Middeck.Studio.Channels;

/// <summary>Tries a channel out at once: one call of a webhook, or a bot's secrets at its platform.</summary>
internal sealed class ChannelTester(
    ChannelService channels,
    DeliveryStore deliveries,
    WebhookSender webhooks,
    DeliverySettler settler,
    IEnumerable<IBotPlatform> platforms,
    Chat.RunHub hub,
    ISecretVault vault,
    TimeProvider clock)
{
    public async Task<ChannelCheck> TestAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var channel = await channels.OpenAsync(caller, appId, id, cancellationToken);
        var start = clock.GetTimestamp();
        return channel.IsBot
            ? await TryBotAsync(channel, start, cancellationToken)
            : await CallAsync(channel, start, cancellationToken);
    }

    private async Task<ChannelCheck> TryBotAsync(ChannelRow channel, long start, CancellationToken cancellationToken)
    {
        var bot = new BotChannel(channel, ChannelSecrets.Open(vault, channel));
        try
        {
            var said = await platforms.First(platform => platform.Kind == channel.Kind).TestAsync(bot, cancellationToken);
            return new ChannelCheck(true, said, SecondsSince(start), null);
        }
        catch (BotCallException ex)
        {
            return new ChannelCheck(false, ex.Message, SecondsSince(start), null);
        }
    }

    // Listed like any other, but made here and once: who presses the button waits for the answer.
    private async Task<ChannelCheck> CallAsync(ChannelRow channel, long start, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New(clock);
        var row = new DeliveryRow(
            id, channel.WorkspaceId, channel.Id, WebhookEvents.Test, id.ToString(), null, null, null, null, default,
            DeliveryState.Running, 1, now + DeliveryStore.Lease, null, null, null, null, now, null);
        await deliveries.InsertAsync(row, hub.Node, cancellationToken);
        var outcome = await webhooks.AttemptAsync(channel, row, cancellationToken);
        var once = outcome is DeliveryOutcome.Retry retry
            ? new DeliveryOutcome.Failed(retry.Error) { StatusCode = outcome.StatusCode, Response = outcome.Response }
            : outcome;
        await settler.SettleAsync(channel, row, once, SecondsSince(start), hub.Node, CancellationToken.None);
        return new ChannelCheck(
            outcome is DeliveryOutcome.Delivered,
            once is DeliveryOutcome.Failed failed ? failed.Error : $"The program answered {outcome.StatusCode}.",
            SecondsSince(start), id);
    }

    private double SecondsSince(long start) => Math.Round(clock.GetElapsedTime(start).TotalSeconds, 3);
}
