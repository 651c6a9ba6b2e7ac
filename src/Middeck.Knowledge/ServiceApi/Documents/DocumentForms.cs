using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>Takes a form and does something with it, and keeps no file when that is refused.</summary>
internal sealed class DocumentForms(DatasetCaller caller, KnowledgeBaseAccess access, DatasetFormReader reader)
{
    public async Task<Ok<WrittenDocument>> UseAsync(
        Guid datasetId, HttpRequest request, Func<DatasetForm, Task<WrittenDocument>> use, CancellationToken cancellationToken)
    {
        // Before the file is taken: what goes to a dataset that is not there is not worth the bytes.
        await access.OpenAsync(caller.Caller, datasetId, AccessLevel.Edit, cancellationToken);
        var form = await reader.ReadAsync(caller.WorkspaceId, request, cancellationToken);
        try
        {
            return TypedResults.Ok(await use(form));
        }
        catch
        {
            // Only what nothing points to is removed.
            await reader.ReleaseAsync(form.File);
            throw;
        }
    }
}
