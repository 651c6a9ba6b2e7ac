using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Ingestion;
using Middeck.Knowledge.Retrieval;
using Middeck.Knowledge.Tags;
using Middeck.Models.Gateway;
using Middeck.Storage.Objects;

namespace Middeck.Knowledge.Transfer;

/// <summary>Makes a base of an archive: checked from end to end first, written unseen, and shown when it is whole.</summary>
internal sealed class BaseImport(
    ArchivePlanner planner,
    ImportStore store,
    DocumentImport documents,
    TagStore tags,
    VectorQueue vectors,
    BaseDirectory directory,
    IObjectStore objects,
    IModelGateway models,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    private const double CheckedFrom = 0.2;

    public async Task RunAsync(IJobContext job, ImportPayload payload, CancellationToken cancellationToken)
    {
        await using var content = await objects.OpenAsync(payload.ObjectKey, cancellationToken)
            ?? throw new FaultException(new Fault(
                FaultKind.Unavailable, "knowledge.file_missing", "The archive is no longer in the object store. Send it again."));
        await using var file = await TemporaryCopy.OfAsync(content, cancellationToken);
        using var archive = await BaseArchive.OpenAsync(file, options.Value.MaxImportUnpackedBytes, cancellationToken);
        job.Report(0, "checking");
        var plan = await planner.PlanAsync(archive, payload.Name, cancellationToken);
        await store.AddAsync(
            job.WorkspaceId,
            job.Subject,
            plan,
            await EmbeddingModelAsync(job, plan, payload, cancellationToken),
            payload.UserId,
            cancellationToken);
        await WriteAsync(job, archive, plan, payload, cancellationToken);
        await TagAsync(job, plan, payload, cancellationToken);
        await store.PublishAsync(job.Subject, cancellationToken);
        directory.Forget(job.Subject);
        await WantVectorsAsync(job, payload, cancellationToken);
    }

    private async Task WriteAsync(
        IJobContext job, BaseArchive archive, ArchivePlan plan, ImportPayload payload, CancellationToken cancellationToken)
    {
        var target = (job.WorkspaceId, job.Subject, payload.UserId);
        var left = plan.Documents.ToDictionary();
        var (present, chunks, done) = (Guid.Empty, new List<DraftChunk>(), 0L);
        await foreach (var (id, draft) in archive.ReadLinesAsync<ArchivedChunk, (Guid, DraftChunk)>(
            ArchiveFormat.ChunksEntry, line => (line.DocumentId!.Value, planner.Draft(line)), cancellationToken))
        {
            if (id != present)
            {
                await FlushAsync();
                present = id;
            }

            chunks.Add(draft);
        }

        await FlushAsync();
        foreach (var document in left.Values)
        {
            await documents.AddAsync(archive, plan, document, [], target, cancellationToken);
        }

        async Task FlushAsync()
        {
            if (chunks.Count > 0 && left.Remove(present, out var document))
            {
                await documents.AddAsync(archive, plan, document, chunks, target, cancellationToken);
                done += chunks.Count;
                job.Report(CheckedFrom + ((1 - CheckedFrom) * done / plan.ChunkCount), $"importing {done}/{plan.ChunkCount}");
                chunks = [];
            }
        }
    }

    // The archive's model if it is here, else the workspace's: the vectors are made anew in any case.
    private async Task<string?> EmbeddingModelAsync(
        IJobContext job, ArchivePlan plan, ImportPayload payload, CancellationToken cancellationToken)
    {
        if (plan.Base.Indexing == IndexingMethod.Economy)
        {
            return null;
        }

        if (plan.Base.EmbeddingModel is { } model)
        {
            try
            {
                await models.EmbeddingsAsync(
                    KnowledgeCalls.ByJob(job.WorkspaceId, payload.UserId, job.JobId), model, cancellationToken);
                return model;
            }
            catch (FaultException ex) when (ex.Fault.Kind is FaultKind.Invalid or FaultKind.NotFound or FaultKind.Conflict)
            {
                job.Report(0, $"without the model {model}");
            }
        }

        return await models.DefaultAsync(job.WorkspaceId, ModelType.Embedding, cancellationToken);
    }

    private async Task TagAsync(IJobContext job, ArchivePlan plan, ImportPayload payload, CancellationToken cancellationToken)
    {
        if (plan.Base.Tags.Count > 0)
        {
            var ids = await tags.EnsureAsync(
                job.WorkspaceId,
                [.. plan.Base.Tags.Select(tag => tag.Trim()).Distinct().Select(name => (Ids.New(clock), name))],
                payload.UserId,
                clock.GetUtcNow(),
                cancellationToken);
            await tags.BindAsync(job.WorkspaceId, [.. ids], [job.Subject], cancellationToken);
        }
    }

    // What a crash leaves unasked the sweep finds.
    private async Task WantVectorsAsync(IJobContext job, ImportPayload payload, CancellationToken cancellationToken)
    {
        const int Page = 500;
        var after = Guid.Empty;
        while (await store.WithoutVectorsAsync(job.Subject, after, Page, cancellationToken) is { Count: > 0 } waiting)
        {
            foreach (var document in waiting)
            {
                await vectors.EnqueueAsync(document, payload.UserId, cancellationToken);
                after = document.Id;
            }
        }
    }
}
