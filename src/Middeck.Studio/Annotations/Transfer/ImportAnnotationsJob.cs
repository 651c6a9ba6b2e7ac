using Middeck.Jobs;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>Writes the rows of a file that was read and found good.</summary>
internal sealed class ImportAnnotationsJob(AnnotationImportStore store, AnnotationWriter writer) : IJobHandler
{
    /// <summary>The job's kind; its subject is the import.</summary>
    public const string Kind = "studio.annotation_import";

    private const int Batch = 500;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        while (await store.PendingAsync(job.Subject, cancellationToken) is { } import)
        {
            var batch = import.Entries.Skip(import.Written).Take(Batch).ToList();
            if (batch.Count == 0)
            {
                await store.EndAsync(job.Subject, JobState.Succeeded, error: null, cancellationToken);
                await writer.FollowAsync(job.WorkspaceId, import.AppId, cancellationToken);
                return;
            }

            await store.WriteAsync(job.Subject, import.Written, batch, cancellationToken);
            var written = import.Written + batch.Count;
            job.Report((double)written / import.Entries.Count, $"{written}/{import.Entries.Count} annotations");
        }
    }

    public async Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
    {
        var import = await store.PendingAsync(job.Subject, cancellationToken);
        await store.EndAsync(job.Subject, state, error, cancellationToken);
        if (import is not null)
        {
            // What was written until then is there.
            await writer.FollowAsync(job.WorkspaceId, import.AppId, cancellationToken);
        }
    }
}
