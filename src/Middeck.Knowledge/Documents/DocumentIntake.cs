using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Documents;

/// <summary>
/// The one way of a file into a base, whoever brings it: checked while it comes, stored, written down, queued, and only then
/// acknowledged.
/// </summary>
internal sealed class DocumentIntake(
    FileCheck check,
    IObjectStore objects,
    DocumentPlacement placement,
    ObjectReferences references,
    DocumentQueue queue,
    DocumentEvents events,
    BaseDirectory directory,
    IOptions<KnowledgeOptions> options)
{
    /// <exception cref="FaultException">It cannot be read, is over a limit, or is not what it should be. Nothing is kept then.</exception>
    public async Task<Intake> TakeAsync(IncomingFile file, UploadStream content, CancellationToken cancellationToken)
    {
        var kept = await KeepAsync(file.WorkspaceId, file.Name, file.Extension, content, cancellationToken);
        return await PlaceAsync(file, kept.Stored, kept.Format, cancellationToken);
    }

    /// <summary>Checks and stores a file of which it is not known yet what becomes of it. Place it, or release its object.</summary>
    /// <exception cref="FaultException">It cannot be read, is over the limit, or is not what its name says.</exception>
    public async Task<KeptFile> KeepAsync(
        Guid workspaceId, string name, string? extension, UploadStream content, CancellationToken cancellationToken)
    {
        var start = await content.PeekAsync(ContentSniffer.Length, cancellationToken);
        var format = check.ByContent(name, extension, start.Span);
        return new KeptFile(name, await StoreAsync(workspaceId, content, cancellationToken), format);
    }

    /// <summary>The same with content that is in the store already.</summary>
    public async Task<Intake> PlaceAsync(
        IncomingFile file, StoredObject stored, FileFormat format, CancellationToken cancellationToken)
    {
        var (outcome, dropped) = await TryPlaceAsync(file, stored, format, cancellationToken);

        // From here on the document is ours whether or not the client still listens.
        await references.ReleaseAllAsync(dropped, CancellationToken.None);
        return outcome switch
        {
            Intake.Added(var row) => new Intake.Added(await QueueNewAsync(row)),
            Intake.Replaced(var row) => new Intake.Replaced(await QueueAsync(row)),
            _ => outcome,
        };
    }

    private async Task<DocumentRow> QueueNewAsync(DocumentRow row)
    {
        await queue.EnqueueNewAsync(row, CancellationToken.None);
        return Queued(row);
    }

    private async Task<(Intake Outcome, IReadOnlyList<string> Dropped)> TryPlaceAsync(
        IncomingFile file, StoredObject stored, FileFormat format, CancellationToken cancellationToken)
    {
        try
        {
            if (file.Sha256 is { } expected && !expected.Equals(stored.Sha256, StringComparison.OrdinalIgnoreCase))
            {
                throw new FaultException(Fault.Invalid(
                    "knowledge.checksum_mismatch",
                    "The file that arrived is not the one whose SHA-256 was given. Send it again.",
                    "sha256"));
            }

            return await placement.PlaceAsync(file, stored, format, cancellationToken);
        }
        catch
        {
            await references.ReleaseAsync(stored.Key, CancellationToken.None);
            throw;
        }
    }

    private async Task<DocumentRow> QueueAsync(DocumentRow row)
        => Queued(row with { JobId = await queue.EnqueueAsync(row, CancellationToken.None) });

    private DocumentRow Queued(DocumentRow row)
    {
        directory.Forget(row.BaseId);
        events.Changed(row);
        return row;
    }

    private async Task<StoredObject> StoreAsync(Guid workspaceId, Stream content, CancellationToken cancellationToken)
    {
        var maxBytes = options.Value.MaxUploadBytes;
        try
        {
            return await objects.PutAsync(workspaceId, content, maxBytes, cancellationToken);
        }
        catch (FaultException ex) when (ex.Fault.Code == "objects.too_large")
        {
            throw MultipartUpload.TooLarge(maxBytes, ex);
        }
    }
}
