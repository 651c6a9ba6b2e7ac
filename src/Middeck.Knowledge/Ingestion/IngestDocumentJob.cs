using System.Globalization;
using System.Text;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Makes a document findable: parse, clean, split, embed. The chunks are committed together and each batch of embeddings by
/// itself, so after a crash the job goes on where it was.
/// </summary>
internal sealed class IngestDocumentJob(
    IngestionStore store,
    KnowledgeBaseStore bases,
    ObjectReferences references,
    IObjectStore objects,
    DocumentReaders readers,
    Chunkers chunkers,
    ChunkEmbedder embedder,
    BaseDirectory directory,
    DocumentEvents events) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.ingest";

    // What each stage has behind it when it begins; embedding takes longest by far.
    private const double CleaningFrom = 0.1;
    private const double SplittingFrom = 0.15;
    private const double IndexingFrom = 0.2;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await store.BeginAsync(job.Subject, job.JobId, cancellationToken) is not { } row)
        {
            return;
        }

        events.Changed(row);
        var knowledgeBase = await bases.FindAsync(row.WorkspaceId, row.BaseId, cancellationToken);
        var chunked = knowledgeBase is null ? null : await ChunksAsync(job, row, knowledgeBase.Chunking, cancellationToken);
        if (knowledgeBase is null || chunked is null)
        {
            return;
        }

        if (knowledgeBase.Indexing == IndexingMethod.HighQuality)
        {
            await embedder.EmbedAsync(
                chunked,
                KnowledgeCalls.ByJob(row.WorkspaceId, row.CreatedBy, job.JobId),
                knowledgeBase.EmbeddingModel,
                done => IndexingAsync(job, chunked, done, cancellationToken),
                cancellationToken);
        }

        if (await store.CompleteAsync(chunked, cancellationToken) is { } completed)
        {
            directory.Forget(completed.BaseId);
            events.Changed(completed);
        }
    }

    public async Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
    {
        var status = state == JobState.Cancelled ? DocumentStatus.Cancelled : DocumentStatus.Error;
        if (await store.EndAsync(job.Subject, job.JobId, status, error, cancellationToken) is { } row)
        {
            events.Changed(row);
        }
    }

    // The document with its chunks in place. Null when it was cancelled or removed meanwhile.
    private async Task<DocumentRow?> ChunksAsync(
        IJobContext job, DocumentRow row, ChunkingSettings chunking, CancellationToken cancellationToken)
    {
        if (row.ChunkedWith == chunking)
        {
            return row;
        }

        var extracted = await ReadAsync(row, cancellationToken);
        if (await StageAsync(job, row, DocumentStatus.Cleaning, CleaningFrom, cancellationToken) is null)
        {
            return null;
        }

        var text = TextCleaner.Clean(extracted, chunking);
        if (text.Text.Length == 0)
        {
            throw KnowledgeFaults.Unreadable("knowledge.no_text", "The document holds no text once it is cleaned.");
        }

        return await StageAsync(job, row, DocumentStatus.Splitting, SplittingFrom, cancellationToken) is null
            ? null
            : await SplitAsync(row, text, chunking, cancellationToken);
    }

    private async Task<List<ExtractedPage>> ReadAsync(DocumentRow row, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(row.ObjectKey, cancellationToken)
            ?? throw new FaultException(new Fault(
                FaultKind.Unavailable,
                "knowledge.file_missing",
                "The uploaded file is no longer in the object store. Delete the document and upload it again."));
        await using var source = new DocumentSource(content, row.Extension, new ReadingSettings());
        return await readers.ReadAsync(source, cancellationToken).ToListAsync(cancellationToken);
    }

    private async Task<DocumentRow?> SplitAsync(
        DocumentRow row, CleanText text, ChunkingSettings chunking, CancellationToken cancellationToken)
    {
        var chunks = chunkers.For(chunking).Split(text.Text, chunking);
        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text.Text));
        var stored = await objects.PutAsync(row.WorkspaceId, bytes, long.MaxValue, cancellationToken);
        var chunked = await store.ReplaceChunksAsync(row, text, stored.Key, chunks, chunking, cancellationToken);

        if (chunked is null)
        {
            await references.ReleaseAsync(stored.Key, cancellationToken);
        }
        else if (row.TextKey != stored.Key)
        {
            await references.ReleaseAsync(row.TextKey, cancellationToken);
        }

        return chunked;
    }

    private async Task<bool> IndexingAsync(IJobContext job, DocumentRow row, int done, CancellationToken cancellationToken)
    {
        var progress = IndexingFrom + ((1 - IndexingFrom) * done / row.ChunkCount);
        var fact = string.Create(CultureInfo.InvariantCulture, $"indexing {done}/{row.ChunkCount}");
        return await StageAsync(job, row, DocumentStatus.Indexing, progress, cancellationToken, fact) is not null;
    }

    private async Task<DocumentRow?> StageAsync(
        IJobContext job,
        DocumentRow row,
        DocumentStatus status,
        double progress,
        CancellationToken cancellationToken,
        string? fact = null)
    {
        job.Report(progress, fact);
        var staged = await store.StageAsync(row, status, progress, fact, cancellationToken);
        if (staged is not null)
        {
            events.Changed(staged);
        }

        return staged;
    }
}
