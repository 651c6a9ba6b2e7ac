using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Storage.Secrets;
using Middeck.Studio.Channels.Deliveries;

namespace Middeck.Studio.Channels.Bots;

/// <summary>
/// Takes what chat platforms send: proves it, writes it down and says that it is taken. The answer follows by itself, so the
/// platform never waits for a model; what it sends twice is taken once.
/// </summary>
internal sealed class BotInbox(
    ChannelStore channels,
    DeliveryStore deliveries,
    IEnumerable<IBotPlatform> platforms,
    DeliverySignal signal,
    ISecretVault vault,
    TimeProvider clock)
{
    /// <summary>What is written on rows of messages.</summary>
    public const string MessageReceived = "message.received";

    /// <returns>What the platform is answered, and as what.</returns>
    /// <exception cref="Core.Errors.FaultException"><c>channels.*</c>.</exception>
    public async Task<(string Content, string ContentType)> TakeAsync(
        Guid channelId, BotRequest request, CancellationToken cancellationToken)
    {
        var channel = await channels.FindAnywhereAsync(channelId, cancellationToken);
        if (channel is not { IsBot: true })
        {
            throw ChannelFaults.NotFound();
        }

        var platform = platforms.First(platform => platform.Kind == channel.Kind);
        switch (platform.Read(new BotChannel(channel, ChannelSecrets.Open(vault, channel)), request))
        {
            case BotReading.Refused(var reason):
                await channels.NoteRefusalAsync(
                    channel.Id, $"A call was refused: {reason}.", clock.GetUtcNow(), cancellationToken);
                throw ChannelFaults.BadSignature(reason);
            case BotReading.Challenge challenge:
                return (challenge.Content, challenge.ContentType);
            case BotReading.Received(var message) when channel.Enabled:
                // Written down whether or not the platform still listens: it may have counted it as taken.
                if (await deliveries.InsertAsync(RowOf(channel, message), null, CancellationToken.None))
                {
                    signal.Set();
                }

                break;
        }

        return (platform.Acknowledgement, "application/json");
    }

    /// <summary>What was written down.</summary>
    public BotMessage Open(DeliveryRow row)
        => JsonSerializer.Deserialize<BotMessage>(vault.Decrypt(row.Payload!, PurposeOf(row.Id)), Json.Snake)!;

    private DeliveryRow RowOf(ChannelRow channel, BotMessage message)
    {
        var now = clock.GetUtcNow();
        var id = Ids.New(clock);
        // Whom it is to be answered to may be a secret, as DingTalk's session addresses are.
        var payload = vault.Encrypt(JsonSerializer.Serialize(message, Json.Snake), PurposeOf(id));
        return new DeliveryRow(
            id, channel.WorkspaceId, channel.Id, MessageReceived, message.EventId, message.Lane, message.Person, null, payload,
            default, DeliveryState.Waiting, 0, now, null, null, null, null, now, null);
    }

    private static string PurposeOf(Guid id) => $"studio.channel_delivery/{id}";
}
