using System.Text;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Ingestion;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Transfer;

/// <summary>
/// Makes a document of what an archive says. Its text is that of its chunks, so that each is shown at its place; without the
/// original that text takes its place, and the name says so: <c>plan.pdf.txt</c>.
/// </summary>
internal sealed class DocumentImport(
    ImportStore store,
    IObjectStore objects,
    DocumentReaders readers,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    private const string Gap = "\n\n";

    public async Task AddAsync(
        BaseArchive archive,
        ArchivePlan plan,
        PlannedDocument planned,
        IReadOnlyList<DraftChunk> chunks,
        (Guid WorkspaceId, Guid BaseId, Guid? UserId) target,
        CancellationToken cancellationToken)
    {
        var placed = Place(chunks);
        var text = string.Join(Gap, placed.Select(chunk => chunk.Content));
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var kept = await objects.PutAsync(target.WorkspaceId, bytes, long.MaxValue, cancellationToken);
        var original = await OriginalAsync(archive, planned, target.WorkspaceId, cancellationToken);
        var now = clock.GetUtcNow();
        var isFound = placed.Count > 0;
        await store.AddAsync(
            new DocumentRow
            {
                Id = Ids.New(clock),
                WorkspaceId = target.WorkspaceId,
                BaseId = target.BaseId,
                Name = original is null ? TextName(planned.Name) : planned.Name,
                Extension = original?.Format.Extension ?? "txt",
                MimeType = original?.Format.MimeType ?? "text/plain",
                Size = (original?.Stored ?? kept).Size,
                Sha256 = (original?.Stored ?? kept).Sha256,
                ObjectKey = (original?.Stored ?? kept).Key,
                TextKey = kept.Key,
                // One that had no chunks can be read in anew.
                Status = isFound ? DocumentStatus.Completed : DocumentStatus.Cancelled,
                Progress = isFound ? 1 : 0,
                Generation = isFound ? 1 : 0,
                Enabled = planned.Source.Enabled,
                Archived = planned.Source.Archived,
                CharacterCount = text.Length,
                PageCount = planned.Source.PageCount,
                CreatedBy = target.UserId,
                CreatedAt = planned.Source.CreatedAt ?? now,
                UpdatedAt = now,
                CompletedAt = isFound ? now : null,
            },
            planned,
            plan.ChunkingOf(planned),
            placed,
            cancellationToken);
    }

    private static List<DraftChunk> Place(IReadOnlyList<DraftChunk> chunks)
    {
        var placed = new List<DraftChunk>(chunks.Count);
        var offset = 0;
        foreach (var chunk in chunks)
        {
            placed.Add(chunk with { StartOffset = offset });
            offset += chunk.Content.Length + Gap.Length;
        }

        return placed;
    }

    private static string TextName(string name)
        => name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? name : FileNames.Clean($"{name}.txt");

    // An original that cannot be read here is as good as none.
    private async Task<(FileFormat Format, StoredObject Stored)?> OriginalAsync(
        BaseArchive archive, PlannedDocument planned, Guid workspaceId, CancellationToken cancellationToken)
    {
        if (archive.File(planned.Source.File) is not { } entry || readers.FormatOf(planned.Name) is not { } format)
        {
            return null;
        }

        try
        {
            await using var content = await entry.OpenAsync(cancellationToken);
            return (format, await objects.PutAsync(workspaceId, content, options.Value.MaxUploadBytes, cancellationToken));
        }
        catch (InvalidDataException ex)
        {
            throw BaseArchive.Invalid($"the original of '{planned.Name}' is damaged", ex);
        }
        catch (FaultException ex) when (ex.Fault.Code == "objects.too_large")
        {
            throw BaseArchive.Invalid($"the original of '{planned.Name}' is over the limit of a file", ex);
        }
    }
}
