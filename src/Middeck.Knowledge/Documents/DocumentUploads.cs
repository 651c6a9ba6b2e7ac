using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.External;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Documents;

/// <summary>Takes a file in: checked while it comes, stored, written down, queued, and only then acknowledged.</summary>
internal sealed class DocumentUploads(
    KnowledgeBaseAccess access,
    DocumentStore documents,
    DocumentQueue queue,
    DocumentReaders readers,
    IObjectStore objects,
    DocumentEvents events,
    AuditTrail audit,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    public async Task<Document> ReceiveAsync(
        Caller caller, Guid baseId, HttpRequest request, CancellationToken cancellationToken)
    {
        var row = await access.OpenAsync(caller, baseId, AccessLevel.Edit, cancellationToken);
        if (row.IsExternal)
        {
            throw ExternalFaults.NoDocuments();
        }

        var file = await MultipartUpload.OpenAsync(request, options.Value.MaxUploadBytes, cancellationToken);
        return await AddAsync(caller, baseId, file, cancellationToken);
    }

    private async Task<Document> AddAsync(
        Caller caller, Guid baseId, UploadedFile file, CancellationToken cancellationToken)
    {
        var start = await file.Content.PeekAsync(ContentSniffer.Length, cancellationToken);
        var format = Accept(file.Name, start.Span);
        var stored = await StoreAsync(caller.WorkspaceId, file.Content, cancellationToken);
        var now = clock.GetUtcNow();
        var row = new DocumentRow
        {
            Id = Ids.New(clock),
            WorkspaceId = caller.WorkspaceId,
            BaseId = baseId,
            Name = file.Name,
            Extension = format.Extension,
            MimeType = format.MimeType,
            Size = stored.Size,
            Sha256 = stored.Sha256,
            ObjectKey = stored.Key,
            Status = DocumentStatus.Waiting,
            CreatedBy = caller.UserId,
            CreatedAt = now,
            UpdatedAt = now,
        };

        if (await documents.InsertAsync(row, cancellationToken) is { } existing)
        {
            throw Duplicate(existing);
        }

        await EnsureStoredAsync(row, cancellationToken);

        // From here on the document is ours whether or not the client still listens.
        row = row with { JobId = await queue.EnqueueAsync(row, CancellationToken.None) };
        events.Changed(row);
        audit.About("document", row.Id, row.Name)
            .Change(null, new { row.Name, row.Size, row.MimeType, KnowledgeBaseId = baseId });
        return Document.From(row);
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

    private FileFormat Accept(string name, ReadOnlySpan<byte> start)
    {
        if (name.Length == 0)
        {
            throw new FaultException(Fault.Invalid("knowledge.file_name_missing", "The file has no name.", "file"));
        }

        if (start.IsEmpty)
        {
            throw new FaultException(Fault.Invalid("knowledge.file_empty", $"The file '{name}' is empty.", "file"));
        }

        var format = readers.FormatOf(name) ?? throw Unsupported(
            $"Files of the type '{DocumentReaders.ExtensionOf(name)}' cannot be read.", ContentSniffer.Look(start));
        var looks = ContentSniffer.Look(start);
        return format.Signatures.Contains(looks)
            ? format
            : throw Unsupported(
                $"The file is named .{format.Extension} but looks like {ContentSniffer.Describe(looks)}.", looks);
    }

    private FaultException Unsupported(string what, FileSignature looks)
        => new(new Fault(
            FaultKind.UnsupportedType,
            "knowledge.unsupported_type",
            $"{what} Upload one of: {string.Join(", ", readers.Extensions)}.",
            "file",
            new Dictionary<string, object?>
            {
                ["extensions"] = readers.Extensions,
                ["looks_like"] = ContentSniffer.Describe(looks),
            }));

    private static FaultException Duplicate(Guid existing)
        => new(new Fault(
            FaultKind.Conflict,
            "knowledge.duplicate",
            "The knowledge base already has a document with exactly this content.",
            Extensions: new Dictionary<string, object?> { ["existing_document_id"] = existing }));

    // A removal may have taken the same content away between our writing it and pointing to it.
    private async Task EnsureStoredAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(row.ObjectKey, cancellationToken);
        if (content is null)
        {
            await documents.DeleteAsync(row, CancellationToken.None);
            throw new FaultException(new Fault(
                FaultKind.Unavailable,
                "knowledge.upload_interrupted",
                "The same file was being removed elsewhere at this moment. Send it again."));
        }
    }
}
