using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Memory;

/// <summary>Whose facts: those that one app of a workspace keeps of one person.</summary>
internal sealed record MemoryOwner(Guid WorkspaceId, Guid AppId, Person Person)
{
    /// <summary>The condition for <c>studio.memory_fact</c>.</summary>
    public SqlText Owns => SqlText.Of($"""
        workspace_id = {WorkspaceId} AND app_id = {AppId} AND {(Person.UserId is { } user
            ? SqlText.Of($"user_id = {user}")
            : SqlText.Of($"end_user_id = {Person.EndUserId!.Value}"))}
        """);
}
