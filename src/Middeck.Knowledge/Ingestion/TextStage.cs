using System.Globalization;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Parse and clean: from the uploaded file to the text that chunks are cut from. The text is an object of its own, written as a
/// stream; no more than a page of it is ever in memory.
/// </summary>
internal sealed class TextStage(
    DocumentReaders readers, IObjectStore objects, ObjectReferences references, IngestionStore store)
{
    private const double CleaningFrom = 0.1;
    private const double CleaningTo = 0.15;

    // Readers tell shares; a stage counts whole parts.
    private const int Parts = 1000;

    public async Task<(string Key, TextFacts Facts)> RunAsync(
        DocumentRow row,
        string marker,
        ReadingSettings reading,
        ChunkingSettings chunking,
        IngestionWork work,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        await using var spool = new PageSpool();
        var warnings = await ParseAsync(row, reading, spool, stage, cancellationToken);
        await stage.BeginAsync(
            DocumentStatus.Cleaning, CleaningFrom, CleaningTo, PagesDone(0, spool.Count), cancellationToken);
        await using var text = new CleanTextStream(
            spool.Pages(), chunking, (done, token) => stage.AdvanceAsync(PagesDone(done, spool.Count), token));
        var stored = await objects.PutAsync(row.WorkspaceId, text, long.MaxValue, cancellationToken);
        if (text.Characters == 0)
        {
            await references.ReleaseAsync(stored.Key, cancellationToken);
            throw KnowledgeFaults.Unreadable("knowledge.no_text", "The document holds no text once it is cleaned.");
        }

        var facts = new TextFacts(marker, text.Characters, text.Starts, text.Index, warnings);
        if (!await store.SaveTextAsync(row, stored.Key, facts, cancellationToken))
        {
            await references.ReleaseAsync(stored.Key, cancellationToken);
            throw new DocumentReleasedException();
        }

        if (work.NextTextKey != stored.Key)
        {
            await references.ReleaseAsync(work.NextTextKey, cancellationToken);
        }

        return (stored.Key, facts);
    }

    private async Task<IReadOnlyList<string>> ParseAsync(
        DocumentRow row, ReadingSettings reading, PageSpool spool, StageReporter stage, CancellationToken cancellationToken)
    {
        stage.BegunParsing(CleaningFrom);
        await using var content = await objects.OpenAsync(row.ObjectKey, cancellationToken)
            ?? throw new FaultException(new Fault(
                FaultKind.Unavailable,
                "knowledge.file_missing",
                "The uploaded file is no longer in the object store. Delete the document and upload it again."));
        await using var source = new DocumentSource(
            content,
            row.Extension,
            reading,
            progress => stage.AdvanceAsync(
                new StageCount((long)(progress.Share * Parts), Parts, progress.Fact), cancellationToken));
        await foreach (var page in readers.ReadAsync(source, cancellationToken))
        {
            spool.Add(page);
        }

        return [.. source.Warnings];
    }

    private static StageCount PagesDone(int done, int total)
        => new(done, total, string.Create(CultureInfo.InvariantCulture, $"page {done}/{total}"));
}
