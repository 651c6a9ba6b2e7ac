using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Enrichment;
using Middeck.Knowledge.Indexing;
using Middeck.Knowledge.Retrieval;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Makes a document findable: parse, clean, split, enrich, embed, complete. Each stage is committed, so after a crash or a pause
/// the job goes on where it was; what is found already stays found until the new chunks take over.
/// </summary>
internal sealed class IngestDocumentJob(
    IngestionStore store,
    KnowledgeBaseStore bases,
    TextStage texts,
    SplitStage splits,
    EnrichStage enrichment,
    ChunkEmbedder embedder,
    CompletionStore completion,
    ObjectReferences references,
    ChunkRemoval removal,
    BaseDirectory directory,
    DocumentEvents events,
    TimeProvider clock) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.ingest";

    private const double EmbeddingFrom = 0.25;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        if (await store.BeginAsync(job.Subject, job.JobId, cancellationToken) is not { } row)
        {
            // Done before a crash, but for what the new chunks have replaced.
            await removal.RemoveReplacedAsync(job.Subject, cancellationToken);
            return;
        }

        try
        {
            await RunAsync(job, row, cancellationToken);
        }
        catch (DocumentReleasedException)
        {
            // Paused, cancelled or removed: whoever did it has written so.
        }
        catch (FaultException ex)
        {
            await store.SaveErrorCodeAsync(row, ex.Fault.Code, CancellationToken.None);
            throw;
        }
        catch (EmbeddingUnavailableException ex)
        {
            await store.SaveErrorCodeAsync(row, ex.Code, CancellationToken.None);
            throw;
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

    private async Task RunAsync(IJobContext job, DocumentRow row, CancellationToken cancellationToken)
    {
        var knowledgeBase = await bases.FindAsync(row.WorkspaceId, row.BaseId, cancellationToken)
            ?? throw new DocumentReleasedException();
        var work = await store.WorkAsync(row, cancellationToken);
        var stage = new StageReporter(store, events, job, row, clock);
        var finished = await GenerationAsync(job, row, knowledgeBase, work, stage, cancellationToken);
        var completed = await EmbedAndCompleteAsync(job, row, knowledgeBase, finished, stage, cancellationToken);
        directory.Forget(completed.BaseId);
        events.Changed(completed);
        foreach (var replaced in new[] { work.TextKey, work.NextTextKey }.Where(key => key != finished.TextKey))
        {
            await references.ReleaseAsync(replaced, cancellationToken);
        }

        if (row.Generation > 0)
        {
            await removal.RemoveReplacedAsync(row.Id, cancellationToken);
        }
    }

    // The next generation with all that is shown of it, from wherever an earlier attempt left it.
    private async Task<FinishedGeneration> GenerationAsync(
        IJobContext job,
        DocumentRow row,
        KnowledgeBaseRow knowledgeBase,
        IngestionWork work,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        var chunking = row.Chunking ?? knowledgeBase.Chunking;
        var marker = Markers.OfText(row, knowledgeBase.Reading, chunking);
        var (key, text) = work switch
        {
            { NextTextKey: { } next, NextText: { } facts } when facts.Marker == marker => (next, facts),

            // Another chunking of the same text needs no second reading.
            { TextKey: { } present, Text: { } facts } when facts.Marker == marker => (present, facts),
            _ => await texts.RunAsync(row, marker, knowledgeBase.Reading, chunking, work, stage, cancellationToken),
        };
        var splitMarker = Markers.OfChunks(text.Marker, chunking, knowledgeBase.Enrichment);
        var split = work.NextSplit is { } earlier && earlier.Marker == splitMarker
            ? earlier
            : await splits.RunAsync(row, splitMarker, key, text, chunking, work.HasNextChunks, stage, cancellationToken);

        var warnings = text.Warnings.Concat(split.Warnings).ToList();
        var chunks = split.Chunks;
        if (EnrichStage.IsQa(chunking) || knowledgeBase.Enrichment.IsOn)
        {
            var caller = KnowledgeCalls.ByJob(row.WorkspaceId, row.CreatedBy, job.JobId);
            (var warning, chunks) = await enrichment.RunAsync(
                row, caller, chunking, knowledgeBase.Enrichment, stage, cancellationToken);
            warnings.AddRange(warning is null ? [] : [warning]);
        }

        return new FinishedGeneration(key, text, chunks, chunking, Warnings.Joined(warnings));
    }

    private async Task<DocumentRow> EmbedAndCompleteAsync(
        IJobContext job,
        DocumentRow row,
        KnowledgeBaseRow knowledgeBase,
        FinishedGeneration finished,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        // Mostly this one alone; a change of the base's model meanwhile brings another.
        var models = new List<string?>();
        var wanted = knowledgeBase.Indexing == IndexingMethod.HighQuality && knowledgeBase.VectorsRemovedAt is null
            ? new CompletionOutcome.NeedsVectors(knowledgeBase.EmbeddingModel)
            : null;
        while (true)
        {
            if (wanted is not null)
            {
                await EmbedAsync(job, row, knowledgeBase, finished, wanted.Model, stage, cancellationToken);
                models.Add(wanted.Model);
            }

            switch (await completion.CompleteAsync(row, finished, models, cancellationToken))
            {
                case CompletionOutcome.Completed(var completed):
                    return completed;
                case CompletionOutcome.NeedsVectors needs:
                    wanted = needs;
                    break;
                default:
                    throw new DocumentReleasedException();
            }
        }
    }

    private async Task EmbedAsync(
        IJobContext job,
        DocumentRow row,
        KnowledgeBaseRow knowledgeBase,
        FinishedGeneration finished,
        string? model,
        StageReporter stage,
        CancellationToken cancellationToken)
    {
        var from = knowledgeBase.Enrichment.IsOn || EnrichStage.IsQa(finished.Chunking) ? EnrichStage.To : EmbeddingFrom;
        var hasBegun = false;
        await embedder.EmbedAsync(
            EmbeddingScope.Next(row, finished.Chunks),
            KnowledgeCalls.ByJob(row.WorkspaceId, row.CreatedBy, job.JobId),
            model,
            done =>
            {
                var count = StageCount.OfChunks(done, finished.Chunks);
                if (hasBegun)
                {
                    return stage.AdvanceAsync(count, cancellationToken);
                }

                hasBegun = true;
                return stage.BeginAsync(DocumentStatus.Indexing, from, 1, count, cancellationToken);
            },
            cancellationToken);
    }
}
