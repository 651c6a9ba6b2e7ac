using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;

namespace Middeck.Knowledge.Documents;

/// <summary>Documents whose file people may change: those that no source keeps up to date.</summary>
internal sealed class OwnDocuments(DocumentService documents)
{
    /// <exception cref="FaultException">The caller may not, there is no such document, or a source would undo the change.</exception>
    public async Task<DocumentRow> OpenAsync(
        Caller caller, Guid baseId, Guid documentId, CancellationToken cancellationToken)
    {
        var row = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Edit, cancellationToken);
        return row.SourceId is null
            ? row
            : throw new FaultException(new Fault(
                FaultKind.Conflict,
                "knowledge.document_of_source",
                "A source keeps this document up to date. Change it where it comes from, or remove the source and keep its documents.",
                Extensions: new Dictionary<string, object?> { ["source_id"] = row.SourceId }));
    }

    /// <summary>The next version of a document, under its present name.</summary>
    public static IncomingFile NextVersion(DocumentRow row, Caller caller) => new()
    {
        WorkspaceId = row.WorkspaceId,
        BaseId = row.BaseId,
        Name = row.Name,
        Folder = row.Folder,
        By = caller.UserId,
        Replaces = row.Id,
    };
}
