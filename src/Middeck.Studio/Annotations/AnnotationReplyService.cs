using Middeck.Jobs;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Annotations;

/// <summary>Sets whether and when annotations are the answer. The caller has been let in.</summary>
internal sealed class AnnotationReplyService(
    AnnotationReplyStore store, AnnotationIndexes indexes, IModelGateway models, IJobQueue jobs)
{
    /// <summary>Sets it, and begins the job that makes or removes vectors.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>models.*</c>: there is no such model.</exception>
    public async Task<AnnotationReplySettings> SaveAsync(
        Guid workspaceId, Guid appId, UpdateAnnotationReply request, Guid? requestedBy, CancellationToken cancellationToken)
    {
        var before = await store.FindAsync(appId, cancellationToken);
        var model = request.EmbeddingModel ?? before.EmbeddingModel
            ?? await models.DefaultAsync(workspaceId, ModelType.Embedding, cancellationToken);
        if (request.Enabled == true)
        {
            (await models.EmbeddingsAsync(new ModelCaller(workspaceId, "app", AppId: appId), model, cancellationToken))
                .Generator.Dispose();
        }

        var after = new AnnotationReplySettings(
            request.Enabled ?? before.Enabled, request.ScoreThreshold ?? before.ScoreThreshold, model, before.JobId);
        // Before the job, which reads them.
        await store.SaveAsync(workspaceId, appId, after, cancellationToken);
        var job = await jobs.EnqueueAsync(
            new JobRequest(EmbedAnnotationsJob.Kind, workspaceId, appId, "Annotations", RequestedBy: requestedBy),
            cancellationToken);
        after = after with { JobId = job };
        await store.SaveAsync(workspaceId, appId, after, cancellationToken);
        await indexes.ForgetAsync(appId, cancellationToken);
        return after;
    }

    /// <summary>A job of the app that makes or removes vectors.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>annotations.job_not_found</c>.</exception>
    public async Task<Job> FindJobAsync(
        Guid workspaceId, Guid appId, Guid jobId, CancellationToken cancellationToken)
        => await jobs.FindAsync(workspaceId, jobId, cancellationToken) is { Kind: EmbedAnnotationsJob.Kind } job
            && job.Subject == appId
                ? job
                : throw AnnotationFaults.JobNotFound();
}
