using Middeck.Storage.Sql;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Publishing;

namespace Middeck.Studio.Sites.Visitors;

/// <summary>The rows of visitors who have said the access code.</summary>
internal sealed class SitePasses(Database database, TimeProvider clock)
{
    public Task<bool> HasAsync(PublicationRow page, string name, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM studio.site_pass p JOIN studio.end_user u ON u.id = p.end_user_id
                WHERE u.workspace_id = {page.WorkspaceId} AND u.app_id = {page.AppId} AND u.external_id = {name}
                    AND p.code_revision = {page.CodeRevision})
            """,
            cancellationToken);

    public Task GiveAsync(PublicationRow page, Person visitor, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO studio.site_pass (end_user_id, workspace_id, app_id, code_revision, created_at)
            VALUES ({visitor.EndUserId!.Value}, {page.WorkspaceId}, {page.AppId}, {page.CodeRevision}, {clock.GetUtcNow()})
            ON CONFLICT (end_user_id) DO UPDATE SET
                code_revision = excluded.code_revision, created_at = excluded.created_at
            """,
            cancellationToken);
}
