using System.IO.Compression;
using System.Text.Json;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Identity.Signing;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Metadata;
using Middeck.Knowledge.Tags;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Transfer;

/// <summary>Writes bases, chunks and originals to a stream while they are read: nothing is kept in between.</summary>
internal sealed class ExportService(
    KnowledgeBaseAccess access,
    KnowledgeBaseStore bases,
    DocumentService documents,
    BatchStore batch,
    ExportReader reader,
    MetadataStore metadata,
    TagStore tags,
    IObjectStore objects,
    IUrlSigner signer,
    TimeProvider clock)
{
    /// <summary>The base, if the caller may read it.</summary>
    public Task<KnowledgeBaseRow> OpenAsync(Caller caller, Guid baseId, CancellationToken cancellationToken)
        => access.OpenAsync(caller, baseId, AccessLevel.Use, cancellationToken);

    /// <summary>The base of a signed address.</summary>
    public Task<KnowledgeBaseRow?> FindAsync(Guid workspaceId, Guid baseId, CancellationToken cancellationToken)
        => bases.FindAsync(workspaceId, baseId, cancellationToken);

    /// <summary>An address that a browser can open for ten minutes.</summary>
    public async Task<DownloadUrl> UrlAsync(Caller caller, Guid baseId, bool withFiles, CancellationToken cancellationToken)
    {
        var row = await OpenAsync(caller, baseId, cancellationToken);
        return new DownloadUrl(signer.Sign(row.WorkspaceId, TransferEndpoints.PathOf(baseId, withFiles)));
    }

    /// <summary>Writes the base as a ZIP in the shape of <see cref="ArchiveFormat"/>.</summary>
    public async Task WriteAsync(KnowledgeBaseRow row, bool withFiles, Stream stream, CancellationToken cancellationToken)
    {
        var fields = await metadata.FieldsAsync(row.WorkspaceId, row.Id, cancellationToken);
        await using var archive = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        await using (var entry = await CreateAsync(archive, ArchiveFormat.BaseEntry, cancellationToken))
        {
            await JsonSerializer.SerializeAsync(entry, await DescribeAsync(row, fields, cancellationToken), Json.Snake, cancellationToken);
        }

        var written = await WriteDocumentsAsync(archive, row, fields, withFiles, cancellationToken);
        await using (var entry = await CreateAsync(archive, ArchiveFormat.ChunksEntry, cancellationToken))
        {
            foreach (var document in written)
            {
                await foreach (var chunk in reader.ChunksAsync(row.WorkspaceId, document.Id, cancellationToken))
                {
                    await JsonLines.WriteAsync(entry, chunk with { DocumentId = document.Id }, cancellationToken);
                }
            }
        }

        foreach (var document in withFiles ? written : [])
        {
            await CopyAsync(archive, ArchiveFormat.FileEntry(document.Id, document.Name), document, cancellationToken);
        }
    }

    /// <summary>The document whose chunks are exported, if the caller may read it.</summary>
    public Task<DocumentRow> OpenAsync(Caller caller, Guid baseId, Guid id, CancellationToken cancellationToken)
        => documents.OpenAsync(caller, baseId, id, AccessLevel.Use, cancellationToken);

    /// <summary>Writes the chunks of one document as JSON lines.</summary>
    public async Task WriteChunksAsync(DocumentRow row, Stream stream, CancellationToken cancellationToken)
    {
        await foreach (var chunk in reader.ChunksAsync(row.WorkspaceId, row.Id, cancellationToken))
        {
            await JsonLines.WriteAsync(stream, chunk, cancellationToken);
        }
    }

    /// <summary>The documents whose originals are downloaded together.</summary>
    /// <exception cref="FaultException">One of them is not there.</exception>
    public async Task<IReadOnlyList<DocumentRow>> OpenAllAsync(
        Caller caller, Guid baseId, IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        await OpenAsync(caller, baseId, cancellationToken);
        Guid[] wanted = [.. ids.Distinct()];
        var rows = (await batch.FindAsync(caller.WorkspaceId, baseId, wanted, cancellationToken)).ToDictionary(row => row.Id);
        return [.. wanted.Select(id => rows.GetValueOrDefault(id) ?? throw KnowledgeFaults.NoDocument())];
    }

    /// <summary>Writes originals as a ZIP under names of their own.</summary>
    public async Task WriteFilesAsync(IReadOnlyList<DocumentRow> rows, Stream stream, CancellationToken cancellationToken)
    {
        await using var archive = await ZipArchive.CreateAsync(
            stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var names = new UniqueNames();
        foreach (var row in rows)
        {
            await CopyAsync(archive, names.Take(row.Name), row, cancellationToken);
        }
    }

    private static Task<Stream> CreateAsync(ZipArchive archive, string name, CancellationToken cancellationToken)
        => archive.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancellationToken);

    private async Task<ArchivedBase> DescribeAsync(
        KnowledgeBaseRow row, IReadOnlyList<MetadataField> fields, CancellationToken cancellationToken)
        => new()
        {
            Format = ArchiveFormat.Name,
            Version = ArchiveFormat.Version,
            ExportedAt = clock.GetUtcNow(),
            Name = row.Name,
            Description = row.Description,
            Indexing = row.Indexing,
            EmbeddingModel = row.EmbeddingModel,
            Chunking = row.Chunking,
            Retrieval = row.Retrieval,
            Reading = row.Reading,
            Enrichment = row.Enrichment,
            BuiltInMetadata = await metadata.BuiltInEnabledAsync(row.Id, cancellationToken),
            MetadataFields = [.. fields.Select(field => new ArchivedField { Name = field.Name, Type = field.Type })],
            Tags = [.. (await tags.OfAsync([row.Id], cancellationToken))[row.Id].Select(tag => tag.Name)],
        };

    private async Task<List<DocumentRow>> WriteDocumentsAsync(
        ZipArchive archive,
        KnowledgeBaseRow row,
        IReadOnlyList<MetadataField> fields,
        bool withFiles,
        CancellationToken cancellationToken)
    {
        var written = new List<DocumentRow>();
        var names = fields.ToDictionary(field => field.Id.ToString(), field => field.Name);
        await using var entry = await CreateAsync(archive, ArchiveFormat.DocumentsEntry, cancellationToken);
        await foreach (var (document, values) in reader.DocumentsAsync(row.WorkspaceId, row.Id, cancellationToken))
        {
            var line = new ArchivedDocument
            {
                Id = document.Id,
                Name = document.Name,
                Size = document.Size,
                Enabled = document.Enabled,
                Archived = document.Archived,
                Metadata = values.Where(pair => names.ContainsKey(pair.Key)).ToDictionary(pair => names[pair.Key], pair => pair.Value),
                ChunkedWith = document.ChunkedWith,
                PageCount = document.PageCount,
                CreatedAt = document.CreatedAt,
                File = withFiles ? ArchiveFormat.FileEntry(document.Id, document.Name) : null,
            };
            await JsonLines.WriteAsync(entry, line, cancellationToken);
            written.Add(document);
        }

        return written;
    }

    // One whose original is gone meanwhile is left out; its chunks are there all the same.
    private async Task CopyAsync(ZipArchive archive, string name, DocumentRow row, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(row.ObjectKey, cancellationToken);
        if (content is not null)
        {
            await using var entry = await CreateAsync(archive, name, cancellationToken);
            await content.CopyToAsync(entry, cancellationToken);
        }
    }
}
