using Middeck.Jobs;

namespace Middeck.Studio.Annotations;

/// <summary>Changes an app's annotations and sees to it that every node and the vectors follow. The caller has been let in.</summary>
internal sealed class AnnotationWriter(
    AnnotationStore store, AnnotationReplyStore replies, AnnotationIndexes indexes, IJobQueue jobs)
{
    /// <summary>How many annotations an app has at most.</summary>
    public const int Most = 20_000;

    public async Task<AnnotationRow> CreateAsync(
        Guid workspaceId,
        Guid appId,
        AnnotationText text,
        Guid? messageId,
        Guid? createdBy,
        CancellationToken cancellationToken)
    {
        await RefuseManyAsync(workspaceId, appId, 1, cancellationToken);
        var row = await store.InsertAsync(workspaceId, appId, text, messageId, createdBy, cancellationToken);
        await FollowAsync(workspaceId, appId, cancellationToken);
        return row!;
    }

    /// <exception cref="Core.Errors.FaultException"><c>annotations.not_found</c>.</exception>
    public async Task<AnnotationRow> UpdateAsync(
        Guid workspaceId, Guid appId, Guid id, AnnotationText text, CancellationToken cancellationToken)
    {
        var row = await store.UpdateAsync(workspaceId, appId, id, text, cancellationToken) ?? throw AnnotationFaults.NotFound();
        await FollowAsync(workspaceId, appId, cancellationToken);
        return row;
    }

    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAsync(
        Guid workspaceId, Guid appId, Guid[] ids, CancellationToken cancellationToken)
    {
        var deleted = await store.DeleteAsync(workspaceId, appId, ids, cancellationToken);
        await indexes.ForgetAsync(appId, cancellationToken);
        return deleted;
    }

    /// <exception cref="Core.Errors.FaultException"><c>annotations.too_many</c>.</exception>
    public async Task RefuseManyAsync(Guid workspaceId, Guid appId, int more, CancellationToken cancellationToken)
    {
        if (await store.CountAsync(workspaceId, appId, keyword: null, cancellationToken) + more > Most)
        {
            throw AnnotationFaults.TooMany(Most);
        }
    }

    /// <summary>What follows a change: nodes read again, missing vectors are made.</summary>
    public async Task FollowAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
    {
        await indexes.ForgetAsync(appId, cancellationToken);
        if ((await replies.FindAsync(appId, cancellationToken)).Enabled)
        {
            await jobs.EnqueueAsync(
                new JobRequest(EmbedAnnotationsJob.Kind, workspaceId, appId, "Annotations"), cancellationToken);
        }
    }
}
