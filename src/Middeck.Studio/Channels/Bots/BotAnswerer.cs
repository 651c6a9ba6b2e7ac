using System.Diagnostics;
using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Secrets;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Channels.Bots;

/// <summary>
/// Answers a message that was taken: asks the app, waits for the answer, sends it piece by piece. Each step is kept, so that
/// after a crash the next attempt goes on where this one was.
/// </summary>
internal sealed class BotAnswerer(
    BotInbox inbox,
    BotAsker asker,
    DeliveryStore deliveries,
    MessageStore messages,
    RunHub hub,
    IEnumerable<IBotPlatform> platforms,
    ISecretVault vault) : IDeliveryHandler
{
    // For an answer that another node writes.
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private const int MostAsks = 3;

    public bool Handles(ChannelRow channel) => channel.IsBot;

    public async Task<DeliveryOutcome> AttemptAsync(
        ChannelRow channel, DeliveryRow delivery, CancellationToken cancellationToken)
    {
        var bot = new BotChannel(channel, ChannelSecrets.Open(vault, channel));
        var platform = platforms.First(platform => platform.Kind == channel.Kind);
        var turn = new BotTurn(bot, platform, delivery, inbox.Open(delivery), BotWords.In(channel.Settings.Language));
        try
        {
            if (turn.Message.Mentions is { } mentions && !await platform.IsMeantAsync(bot, mentions, cancellationToken))
            {
                return new DeliveryOutcome.Ignored("Nobody spoke to the bot.");
            }

            return await AnswerAsync(turn, cancellationToken);
        }
        catch (BotCallException ex)
        {
            return ex.Trouble == BotTrouble.Busy
                ? new DeliveryOutcome.Retry(ex.Message, ex.After)
                : new DeliveryOutcome.Failed(ex.Message);
        }
    }

    private async Task<DeliveryOutcome> AnswerAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        var progress = JsonSerializer.Deserialize<BotProgress>(turn.Delivery.Progress, Json.Snake)!;
        if (progress.RunId is null)
        {
            switch (await asker.AskAsync(turn, cancellationToken))
            {
                case BotAsking.Silent(var reason):
                    return new DeliveryOutcome.Ignored(reason);
                case BotAsking.Said(var sentence):
                    return await SendAsync(turn, BotReply.OfSentence(sentence, turn.Look), progress, cancellationToken);
                case BotAsking.Asked(var runId):
                    progress = new BotProgress(runId);
                    break;
                default:
                    throw new UnreachableException();
            }
        }

        if (hub.Find(progress.RunId!.Value) is { } run)
        {
            await run.Stream.End.WaitAsync(cancellationToken);
        }

        var channel = turn.Bot.Row;
        var message = await messages.FindOfAppAsync(
            channel.WorkspaceId, channel.AppId, progress.RunId.Value, cancellationToken);
        switch (message)
        {
            case null:
                return new DeliveryOutcome.Ignored("The conversation was deleted meanwhile.");
            case { Status: MessageStatus.Running }:
                return new DeliveryOutcome.Later(LookAgain);
            case { Status: MessageStatus.Failed } when WasLost(message) && turn.Delivery.Attempt <= MostAsks:
                // Nobody could have known of it: asked once more in the same conversation.
                await deliveries.SaveProgressAsync(turn.Delivery.Id, "{}", cancellationToken);
                return new DeliveryOutcome.Retry("The node that wrote the answer stopped before it was complete.");
            case { Status: MessageStatus.Failed }:
                return await SendAsync(
                    turn, BotReply.OfSentence(turn.Words.Failed, turn.Look), progress, cancellationToken);
            default:
                return await SendAsync(turn, PartsOf(turn, message), progress, cancellationToken);
        }
    }

    private async Task<DeliveryOutcome> SendAsync(
        BotTurn turn, IReadOnlyList<string> parts, BotProgress progress, CancellationToken cancellationToken)
    {
        for (var i = progress.Sent; i < parts.Count; i++)
        {
            await turn.Platform.SendAsync(
                turn.Bot, turn.Message, parts[i], $"{turn.Delivery.Id:N}-{i}", cancellationToken);
            await deliveries.SaveProgressAsync(
                turn.Delivery.Id, JsonSerializer.Serialize(progress with { Sent = i + 1 }, Json.Snake), CancellationToken.None);
        }

        return new DeliveryOutcome.Delivered();
    }

    private static IReadOnlyList<string> PartsOf(BotTurn turn, MessageRow message)
    {
        var answer = message.Status == MessageStatus.Stopped ? $"{message.Answer}\n\n{turn.Words.Stopped}" : message.Answer;
        return BotReply.OfAnswer(answer, message.Citations, turn.Words, turn.Look);
    }

    // What the platform itself broke off; what a model or a rule ended says so by other codes or words.
    private static bool WasLost(MessageRow message)
        => message.ErrorCode == "internal_server_error" && message.Error != RunFailure.Unexpected;
}
