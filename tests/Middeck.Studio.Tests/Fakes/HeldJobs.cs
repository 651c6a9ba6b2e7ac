using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Jobs;
using Middeck.Studio.Annotations;
using Middeck.Studio.Annotations.Transfer;
using Middeck.Studio.Evaluation.Runs;
using Middeck.Studio.Sites.Batches;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>Keeps jobs until the test runs them, once each, as the pump would.</summary>
internal sealed class HeldJobs(IServiceScopeFactory scopes) : IJobQueue
{
    private readonly Queue<HeldJob> _waiting = new();
    private readonly Dictionary<Guid, HeldJob> _all = [];

    public List<(double Progress, string? Fact)> Reports { get; } = [];

    public Task<Guid> EnqueueAsync(JobRequest request, CancellationToken cancellationToken)
    {
        var job = new HeldJob(this, Guid.CreateVersion7(), request);
        _waiting.Enqueue(job);
        _all[job.JobId] = job;
        return Task.FromResult(job.JobId);
    }

    /// <summary>Runs what waits, and what it asks for in turn.</summary>
    public async Task RunAsync()
    {
        while (_waiting.TryDequeue(out var job))
        {
            await using var scope = scopes.CreateAsyncScope();
            IJobHandler handler = job.Request.Kind switch
            {
                EmbedAnnotationsJob.Kind => scope.ServiceProvider.GetRequiredService<EmbedAnnotationsJob>(),
                ImportAnnotationsJob.Kind => scope.ServiceProvider.GetRequiredService<ImportAnnotationsJob>(),
                EvaluateAppJob.Kind => scope.ServiceProvider.GetRequiredService<EvaluateAppJob>(),
                AnswerBatchJob.Kind => scope.ServiceProvider.GetRequiredService<AnswerBatchJob>(),
                _ => throw new InvalidOperationException($"Nobody does {job.Request.Kind}."),
            };
            try
            {
                await handler.ExecuteAsync(job, CancellationToken.None);
                job.State = JobState.Succeeded;
            }
            catch (FaultException ex)
            {
                (job.State, job.Error) = (JobState.Failed, ex.Message);
                await handler.OnEndedAsync(job, job.State, job.Error, CancellationToken.None);
            }
        }
    }

    public Task<Job?> FindAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => Task.FromResult(_all.TryGetValue(jobId, out var job) && job.WorkspaceId == workspaceId
            ? new Job(
                jobId, workspaceId, job.Request.Kind, job.Subject, job.Request.Title, job.State, 0, null, 1, 1, job.Error,
                null, default, null, null)
            : null);

    public Task<CancelOutcome> CancelAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => Task.FromResult<CancelOutcome>(new CancelOutcome.NotFound());

    public Task<RetryOutcome> RetryAsync(Guid workspaceId, Guid jobId, CancellationToken cancellationToken)
        => Task.FromResult<RetryOutcome>(new RetryOutcome.NotFound());

    private sealed class HeldJob(HeldJobs jobs, Guid id, JobRequest request) : IJobContext
    {
        public Guid JobId { get; } = id;

        public JobRequest Request { get; } = request;

        public Guid WorkspaceId => Request.WorkspaceId;

        public Guid Subject => Request.Subject;

        public string PayloadJson => Request.PayloadJson;

        public int Attempt => 1;

        public JobState State { get; set; } = JobState.Waiting;

        public string? Error { get; set; }

        public void Report(double progress, string? fact) => jobs.Reports.Add((progress, fact));
    }
}
