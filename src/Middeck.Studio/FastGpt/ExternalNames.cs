using Middeck.Storage.Sql;
using Middeck.Studio.Chat;

namespace Middeck.Studio.FastGpt;

/// <summary>What callers call conversations and messages. Names are a person's own: the same one of another person is another thing.</summary>
internal sealed class ExternalNames(Database database, TimeProvider clock)
{
    private const string Conversation = "conversation";
    private const string Message = "message";

    /// <summary>The conversation with the name that still exists; null for none.</summary>
    public Task<Guid?> FindConversationAsync(
        Guid workspaceId, Guid appId, Guid endUserId, string name, CancellationToken cancellationToken)
        => database.ScalarAsync<Guid?>(
            $"""
            SELECT n.target_id FROM studio.external_name n JOIN studio.conversation c ON c.id = n.target_id
            WHERE n.workspace_id = {workspaceId} AND n.app_id = {appId} AND n.end_user_id = {endUserId}
                AND n.kind = {Conversation} AND n.name = {name}
            """,
            cancellationToken);

    /// <summary>Keeps the caller's names for a run's conversation and message. A name that was used before moves on.</summary>
    public Task KeepAsync(ChatRun run, string? conversation, string? message)
    {
        var names = new List<(string Kind, string Name, Guid Target)>(2);
        if (conversation is not null)
        {
            names.Add((Conversation, conversation, run.ConversationId));
        }

        if (message is not null)
        {
            names.Add((Message, message, run.Id));
        }

        // The run is written down: its names have to be as well, whether the caller still listens or not.
        return names.Count == 0 ? Task.CompletedTask : database.ExecuteAsync(
            $"""
            INSERT INTO studio.external_name (app_id, workspace_id, end_user_id, kind, name, target_id, created_at)
            SELECT {run.Request.App.Id}, {run.Request.App.WorkspaceId}, {run.Request.Person.EndUserId!.Value}, kind, name, target,
                {clock.GetUtcNow()}
            FROM unnest({names.ConvertAll(name => name.Kind).ToArray()}, {names.ConvertAll(name => name.Name).ToArray()},
                {names.ConvertAll(name => name.Target).ToArray()}) AS given(kind, name, target)
            ON CONFLICT (app_id, end_user_id, kind, name) DO UPDATE SET target_id = excluded.target_id
            """,
            CancellationToken.None);
    }
}
