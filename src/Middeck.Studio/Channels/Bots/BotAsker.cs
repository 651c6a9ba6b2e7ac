using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Storage.Sql;
using Middeck.Studio.Apps;
using Middeck.Studio.Channels.Deliveries;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Channels.Bots;

/// <summary>Asks the app what a person wrote to its bot, in the conversation of that chat.</summary>
internal sealed class BotAsker(
    PublishedApps published, EndUsers endUsers, BotConversations conversations, ChatRunner runner, DeliveryStore deliveries)
{
    private const int LongestName = 250;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public async Task<BotAsking> AskAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        if (await RefuseCrowdAsync(turn, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var channel = turn.Bot.Row;
        if (BotWords.AsksForNewConversation(turn.Message.Text))
        {
            await conversations.ForgetAsync(channel.Id, turn.Message.Lane, cancellationToken);
            return new BotAsking.Said(turn.Words.NewConversation);
        }

        if (turn.Message.HasFiles)
        {
            return new BotAsking.Said(turn.Words.Unsupported);
        }

        if (!StorableJson.IsStorable(turn.Message.Text) || string.IsNullOrWhiteSpace(turn.Message.Text))
        {
            return new BotAsking.Said(turn.Words.Empty);
        }

        try
        {
            var app = await published.FindAsync(channel.AppId, cancellationToken) ?? throw AppFaults.NotPublished();
            var run = await StartAsync(turn, app, cancellationToken);
            await conversations.KeepAsync(
                channel, turn.Delivery.Id, turn.Message.Lane, run,
                JsonSerializer.Serialize(new BotProgress(run.Id), Json.Snake), CancellationToken.None);
            return new BotAsking.Asked(run.Id);
        }
        catch (FaultException ex)
        {
            return new BotAsking.Said(turn.Words.Of(ex.Fault));
        }
    }

    private async Task<ChatRun> StartAsync(BotTurn turn, AppSnapshot app, CancellationToken cancellationToken)
    {
        var name = $"{SnakeCase.Of(turn.Bot.Row.Kind.ToString())}:{turn.Message.Person}";
        var person = await endUsers.GetAsync(
            app.WorkspaceId, app.Id, name.Length <= LongestName ? name : name[..LongestName], cancellationToken);
        await NameAsync(turn, person, cancellationToken);
        var conversation = AppMode.IsChat(app.Mode)
            ? await conversations.FindAsync(turn.Bot.Row.Id, turn.Message.Lane, cancellationToken)
            : null;
        return await runner.StartAsync(
            new ChatRequest(
                app, ChatSource.Api, person, name, KeyId: null, turn.Message.Text, default, conversation),
            cancellationToken);
    }

    // Limits keep one person from using up what the app may cost. The first message too many is told so, the others are not.
    private async Task<BotAsking?> RefuseCrowdAsync(BotTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Bot.Settings.PersonLimit is not { } most)
        {
            return null;
        }

        var delivery = turn.Delivery;
        var count = await deliveries.CountAsync(
            delivery.ChannelId, turn.Message.Person, delivery.CreatedAt - Minute, delivery.Id, cancellationToken);
        return count <= most ? null
            : count == most + 1 ? new BotAsking.Said(turn.Words.Limited(most))
            : new BotAsking.Silent($"More than {most} messages within a minute.");
    }

    // A name is for people who read the conversations; without one the platform's own name for the person stands there.
    private async Task NameAsync(BotTurn turn, Person person, CancellationToken cancellationToken)
    {
        var name = turn.Message.PersonName;
        if (name is null && !await conversations.HasNameAsync(person, cancellationToken))
        {
            try
            {
                name = await turn.Platform.NameAsync(turn.Bot, turn.Message.Person, cancellationToken);
            }
            catch (BotCallException)
            {
                // The bot was not given the right to read names. Its answers do not need them.
            }
        }

        if (name is { Length: > 0 and <= LongestName } && StorableJson.IsStorable(name))
        {
            await conversations.NameAsync(person, name, cancellationToken);
        }
    }
}
