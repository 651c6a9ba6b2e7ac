using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Documents;

/// <summary>Done when the workspace has a document that can be found.</summary>
internal sealed class UploadDocumentStep(Database database) : IOnboardingStep
{
    public string Id => "upload_document";

    public int Order => 30;

    public Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (
                SELECT FROM knowledge.base JOIN knowledge.document ON document.base_id = base.id
                WHERE base.workspace_id = {caller.WorkspaceId} AND base.deleted_at IS NULL AND document.status = 'completed')
            """,
            cancellationToken);
}
