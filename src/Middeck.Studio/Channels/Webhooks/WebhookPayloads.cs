using System.Text.Json;
using Middeck.Core;
using Middeck.Storage.Sql;
using Middeck.Studio.Channels.Deliveries;

namespace Middeck.Studio.Channels.Webhooks;

/// <summary>Writes what an event tells: <c>{"type", "timestamp", "data"}</c>, as Standard Webhooks proposes.</summary>
internal sealed class WebhookPayloads(Database database)
{
    // A program that wants the rest asks for it; a call stays small enough for every receiver.
    private const int LongestText = 20_000;

    /// <summary>The body of the call; null when what it tells of is gone.</summary>
    public async Task<string?> OfAsync(ChannelRow channel, DeliveryRow delivery, CancellationToken cancellationToken)
    {
        var data = delivery.Type switch
        {
            WebhookEvents.MessageCompleted or WebhookEvents.MessageFailed
                => await MessageAsync(delivery, cancellationToken),
            WebhookEvents.ConversationStarted => await ConversationAsync(delivery, cancellationToken),
            WebhookEvents.FeedbackGiven => await FeedbackAsync(delivery, cancellationToken),
            WebhookEvents.AppPublished => await VersionAsync(delivery, cancellationToken),
            _ => new { Note = "Somebody tries this webhook out. Nothing happened." },
        };
        if (data is null)
        {
            return null;
        }

        var app = await database.FirstOrDefaultAsync(
            $"SELECT id, name, mode FROM studio.app WHERE workspace_id = {channel.WorkspaceId} AND id = {channel.AppId}",
            static row => new { Id = row.Get<Guid>("id"), Name = row.Get<string>("name"), Mode = row.Get<string>("mode") },
            cancellationToken);
        return JsonSerializer.Serialize(
            new { delivery.Type, Timestamp = delivery.CreatedAt, Data = new { App = app, Event = data } }, Json.Snake);
    }

    private Task<object?> MessageAsync(DeliveryRow delivery, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<object>(
            $"""
            SELECT m.*, c.user_id, u.external_id, u.display_name
            FROM studio.message m JOIN studio.conversation c ON c.id = m.conversation_id
                LEFT JOIN studio.end_user u ON u.id = c.end_user_id
            WHERE m.workspace_id = {delivery.WorkspaceId} AND m.id = {delivery.SubjectId}
            """,
            static row => new
            {
                MessageId = row.Get<Guid>("id"),
                ConversationId = row.Get<Guid>("conversation_id"),
                User = UserOf(row),
                Query = Cut(row.Get<string>("query")),
                Answer = Cut(row.Get<string>("answer")),
                IsCut = row.Get<string>("query").Length > LongestText || row.Get<string>("answer").Length > LongestText,
                Status = row.Get<string>("status"),
                Error = row.Get<string?>("error"),
                Model = row.Get<string?>("model"),
                AppVersion = row.Get<int?>("app_version"),
                Usage = new
                {
                    PromptTokens = row.Get<int>("prompt_tokens"),
                    CompletionTokens = row.Get<int>("completion_tokens"),
                },
                Duration = row.Get<double?>("duration"),
                CreatedAt = row.Get<DateTimeOffset>("created_at"),
                FinishedAt = row.Get<DateTimeOffset?>("finished_at"),
            },
            cancellationToken);

    private Task<object?> ConversationAsync(DeliveryRow delivery, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<object>(
            $"""
            SELECT c.id, c.name, c.user_id, c.created_at, u.external_id, u.display_name
            FROM studio.conversation c LEFT JOIN studio.end_user u ON u.id = c.end_user_id
            WHERE c.workspace_id = {delivery.WorkspaceId} AND c.id = {delivery.SubjectId}
            """,
            static row => new
            {
                ConversationId = row.Get<Guid>("id"),
                Name = row.Get<string>("name"),
                User = UserOf(row),
                CreatedAt = row.Get<DateTimeOffset>("created_at"),
            },
            cancellationToken);

    private Task<object?> FeedbackAsync(DeliveryRow delivery, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<object>(
            $"""
            SELECT f.message_id, m.conversation_id, f.rating, f.content, f.updated_at, f.user_id, u.external_id, u.display_name
            FROM studio.feedback f JOIN studio.message m ON m.id = f.message_id
                LEFT JOIN studio.end_user u ON u.id = f.end_user_id
            WHERE f.workspace_id = {delivery.WorkspaceId} AND f.message_id = {delivery.SubjectId}
            """,
            static row => new
            {
                MessageId = row.Get<Guid>("message_id"),
                ConversationId = row.Get<Guid>("conversation_id"),
                User = UserOf(row),
                Rating = row.Get<string>("rating"),
                Content = row.Get<string?>("content"),
                GivenAt = row.Get<DateTimeOffset>("updated_at"),
            },
            cancellationToken);

    private Task<object?> VersionAsync(DeliveryRow delivery, CancellationToken cancellationToken)
        => database.FirstOrDefaultAsync<object>(
            $"""
            SELECT version, name, note, created_at FROM studio.app_version
            WHERE workspace_id = {delivery.WorkspaceId} AND id = {delivery.SubjectId}
            """,
            static row => new
            {
                Version = row.Get<int>("version"),
                Name = row.Get<string?>("name"),
                Note = row.Get<string?>("note"),
                PublishedAt = row.Get<DateTimeOffset>("created_at"),
            },
            cancellationToken);

    // A person of the console by our key, an app's own by the name that its program gave.
    private static object UserOf(Row row) => row.Get<Guid?>("user_id") is { } member
        ? new { Kind = "member", Id = member.ToString(), Name = (string?)null }
        : new { Kind = "end_user", Id = row.Get<string?>("external_id") ?? "", Name = row.Get<string?>("display_name") };

    private static string Cut(string text)
        => text.Length <= LongestText ? text
            : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
