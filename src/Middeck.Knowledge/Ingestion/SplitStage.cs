using System.Globalization;
using System.Runtime.CompilerServices;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Cuts the text and writes the chunks of the next generation, batch by batch as they come. After a crash the generation is begun
/// again, so there is never a chunk twice.
/// </summary>
internal sealed class SplitStage(
    Chunkers chunkers,
    DocumentReaders readers,
    IObjectStore objects,
    ChunkRemoval removal,
    IngestionStore store,
    TimeProvider clock)
{
    private const double From = 0.15;
    private const double To = 0.25;
    private const int Batch = 500;
    private const string QaMode = "qa";

    public async Task<SplitFacts> RunAsync(
        DocumentRow row,
        string marker,
        string textKey,
        TextFacts text,
        ChunkingSettings chunking,
        bool hasLeftovers,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        await stage.BeginAsync(DocumentStatus.Splitting, From, To, CharactersDone(0, text), cancellationToken);
        if (hasLeftovers)
        {
            await removal.RemoveAsync(row.Id, row.Generation + 1, row.Generation + 1, cancellationToken);
        }

        var writer = new ChunkWriter(row, chunking.Mode == QaMode ? ChunkWriter.Gap : 1, 0, clock);
        var batch = new List<ChunkDraft>(Batch);
        await foreach (var (draft, end) in DraftsAsync(row, textKey, text, chunking, cancellationToken))
        {
            batch.Add(draft);
            if (batch.Count == Batch)
            {
                Ensure(await store.SaveChunksAsync(row, writer.Inserts(batch), cancellationToken));
                batch.Clear();
                await stage.AdvanceAsync(CharactersDone(end, text), cancellationToken);
            }
        }

        var last = writer.Inserts(batch);
        var split = new SplitFacts(marker, writer.Count, WarningsOf(text, chunking));
        Ensure(await store.SaveSplitAsync(row, split, last, cancellationToken));
        return split;
    }

    private async IAsyncEnumerable<(ChunkDraft Draft, long End)> DraftsAsync(
        DocumentRow row,
        string textKey,
        TextFacts text,
        ChunkingSettings chunking,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(textKey, cancellationToken)
            ?? throw new FaultException(new Fault(
                FaultKind.Unavailable,
                "knowledge.text_missing",
                "The text of the document is no longer in the object store. Try the document again."));
        var chunker = chunkers.For(chunking);
        var drafts = new DraftMaker(chunker, chunking, text, !readers.IsCode(row.Extension));
        await foreach (var piece in TextPieces.ReadAsync(content, text.Characters, chunker, chunking, cancellationToken))
        {
            foreach (var draft in drafts.Of(piece))
            {
                yield return (draft, draft.Source.Start + draft.Source.Length);
            }
        }
    }

    private static void Ensure(bool isOurs)
    {
        if (!isOurs)
        {
            throw new DocumentReleasedException();
        }
    }

    private static List<string> WarningsOf(TextFacts text, ChunkingSettings chunking)
        => chunking is { Mode: "parent_child", ParentMode: ParentMode.FullDoc }
            && text.Characters > ParentChildChunker.FullDocLimit
            ? [string.Create(
                CultureInfo.InvariantCulture,
                $"Only the first {ParentChildChunker.FullDocLimit:N0} of {text.Characters:N0} characters can be found: a whole document as parent holds no more.")]
            : [];

    private static StageCount CharactersDone(long done, TextFacts text)
        => new(done, text.Characters, string.Create(
            CultureInfo.InvariantCulture, $"{done / 1e6:0.0}/{text.Characters / 1e6:0.0} million characters"));
}
