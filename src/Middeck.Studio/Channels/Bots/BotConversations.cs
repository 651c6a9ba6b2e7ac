using Middeck.Storage.Sql;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Channels.Bots;

/// <summary>Which conversation goes on in a chat, and what people there call themselves.</summary>
internal sealed class BotConversations(Database database)
{
    /// <summary>The conversation that a person has in a chat; null when the next question begins one.</summary>
    public Task<Guid?> FindAsync(Guid channelId, string lane, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"SELECT conversation_id FROM studio.channel_conversation WHERE channel_id = {channelId} AND lane = {lane}",
            cancellationToken);

    /// <summary>Keeps the run's conversation as the one of the chat, and the run as what answers the message, at once.</summary>
    public Task KeepAsync(
        ChannelRow channel, Guid deliveryId, string lane, ChatRun run, string progress, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            WITH progress AS (
                UPDATE studio.channel_delivery SET progress = {SqlText.Jsonb(progress)}, subject_id = {run.Id}
                WHERE id = {deliveryId})
            INSERT INTO studio.channel_conversation (channel_id, lane, workspace_id, conversation_id)
            VALUES ({channel.Id}, {lane}, {channel.WorkspaceId}, {run.ConversationId})
            ON CONFLICT (channel_id, lane) DO UPDATE SET conversation_id = excluded.conversation_id
            """,
            cancellationToken);

    /// <summary>Lets the next question begin a conversation.</summary>
    public Task ForgetAsync(Guid channelId, string lane, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"DELETE FROM studio.channel_conversation WHERE channel_id = {channelId} AND lane = {lane}", cancellationToken);

    /// <summary>Whether the person has a name for people.</summary>
    public Task<bool> HasNameAsync(Person person, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"SELECT display_name IS NOT NULL FROM studio.end_user WHERE id = {person.EndUserId!.Value}", cancellationToken);

    public Task NameAsync(Person person, string name, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            UPDATE studio.end_user SET display_name = {name}
            WHERE id = {person.EndUserId!.Value} AND display_name IS DISTINCT FROM {name}
            """,
            cancellationToken);
}
