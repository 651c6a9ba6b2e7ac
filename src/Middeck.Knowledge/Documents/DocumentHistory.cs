using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Signing;

namespace Middeck.Knowledge.Documents;

/// <summary>Shows the versions of a document and goes back to one.</summary>
internal sealed class DocumentHistory(
    DocumentService documents,
    OwnDocuments own,
    VersionStore versions,
    DocumentIntake intake,
    IntakeAnswers answers,
    IUrlSigner signer)
{
    public async Task<DocumentVersions> ListAsync(
        Caller caller, Guid baseId, Guid documentId, CancellationToken cancellationToken)
    {
        var row = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Use, cancellationToken);
        return new DocumentVersions(
            [DocumentVersion.Of(row), .. await versions.ListAsync(row.Id, cancellationToken)]);
    }

    /// <summary>An address that opens a former version for ten minutes.</summary>
    public async Task<string> DownloadUrlAsync(
        Caller caller, Guid baseId, Guid documentId, int version, CancellationToken cancellationToken)
    {
        var row = await documents.OpenAsync(caller, baseId, documentId, AccessLevel.Use, cancellationToken);
        if (version == row.Version)
        {
            return signer.Sign(row.WorkspaceId, DownloadEndpoints.PathOf(row.Id));
        }

        await versions.FindAsync(row.Id, version, cancellationToken);
        return signer.Sign(row.WorkspaceId, DownloadEndpoints.PathOf(row.Id, version));
    }

    /// <summary>Makes the file of a former version the next one, so that the history only grows.</summary>
    public async Task<Document> RestoreAsync(
        Caller caller, Guid baseId, Guid documentId, int version, CancellationToken cancellationToken)
    {
        var row = await own.OpenAsync(caller, baseId, documentId, cancellationToken);
        var (former, file, format) = await versions.FindAsync(row.Id, version, cancellationToken);
        var outcome = await intake.PlaceAsync(
            OwnDocuments.NextVersion(row, caller) with { Name = former.Name },
            file,
            format,
            cancellationToken);
        return answers.Of(outcome, DuplicateRule.NewVersion);
    }
}
