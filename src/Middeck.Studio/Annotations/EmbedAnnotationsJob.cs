using Middeck.Jobs;
using Middeck.Models.Gateway;

namespace Middeck.Studio.Annotations;

/// <summary>Makes the vectors that an app's annotations lack by its present settings, or removes them all when it uses none.</summary>
internal sealed class EmbedAnnotationsJob(
    AnnotationReplyStore store, AnnotationIndexes indexes, IModelGateway models) : IJobHandler
{
    /// <summary>The job's kind; its subject is the app.</summary>
    public const string Kind = "studio.annotation_embed";

    private const int Batch = 100;

    public async Task ExecuteAsync(IJobContext job, CancellationToken cancellationToken)
    {
        var appId = job.Subject;
        var settings = await store.FindAsync(appId, cancellationToken);
        if (settings.Enabled)
        {
            await EmbedAsync(job, settings, cancellationToken);
        }
        else
        {
            await store.RemoveVectorsAsync(appId, cancellationToken);
        }

        await indexes.ForgetAsync(appId, cancellationToken);
    }

    public Task OnEndedAsync(IJobContext job, JobState state, string? error, CancellationToken cancellationToken)
        => Task.CompletedTask;

    private async Task EmbedAsync(IJobContext job, AnnotationReplySettings settings, CancellationToken cancellationToken)
    {
        var caller = new ModelCaller(job.WorkspaceId, "app", AppId: job.Subject, RunId: job.JobId);
        var model = await models.EmbeddingsAsync(caller, settings.EmbeddingModel, cancellationToken);
        using var generator = model.Generator;
        var total = await store.CountWithoutVectorAsync(job.Subject, model.Key, cancellationToken);
        var done = 0L;
        while (await store.WithoutVectorAsync(job.Subject, model.Key, Batch, cancellationToken) is { Count: > 0 } questions)
        {
            var made = await generator.GenerateAsync(
                questions.ConvertAll(question => question.Question), options: null, cancellationToken);
            await store.SaveVectorsAsync(
                questions, [.. made.Select(vector => vector.Vector.ToArray())], model.Key, cancellationToken);
            done += questions.Count;
            job.Report((double)done / Math.Max(total, done), $"{done}/{Math.Max(total, done)} annotations");
        }
    }
}
