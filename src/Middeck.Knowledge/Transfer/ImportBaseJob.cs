using System.Text.Json;
using Middeck.Core;
using Middeck.Jobs;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Transfer;

/// <summary>Imports an archive. An attempt that was interrupted is undone and begun anew; one that failed leaves nothing.</summary>
internal sealed class ImportBaseJob(
    BaseImport import, ImportStore store, BaseRemoval removal, ImportArchives archives) : IJobHandler
{
    /// <summary>The job's kind.</summary>
    public const string Kind = "knowledge.import_base";

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        var payload = PayloadOf(job);

        // Published and then interrupted: nothing is left to do.
        if (!await store.IsPublishedAsync(job.WorkspaceId, job.Subject, cancellationToken))
        {
            await removal.RemoveAsync(job.WorkspaceId, job.Subject, cancellationToken);
            await import.RunAsync(job, payload, cancellationToken);
        }

        await archives.ReleaseAsync(job.Subject, payload.ObjectKey, cancellationToken);
    }

    public async Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
    {
        if (!await store.IsPublishedAsync(job.WorkspaceId, job.Subject, cancellationToken))
        {
            await removal.RemoveAsync(job.WorkspaceId, job.Subject, cancellationToken);
        }

        await archives.ReleaseAsync(job.Subject, PayloadOf(job).ObjectKey, cancellationToken);
    }

    private static ImportPayload PayloadOf(IJobContext job)
        => JsonSerializer.Deserialize<ImportPayload>(job.PayloadJson, Json.Snake)!;
}
