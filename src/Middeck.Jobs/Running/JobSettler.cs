using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Middeck.Jobs.Queue;

namespace Middeck.Jobs.Running;

/// <summary>
/// Tells a job's room that it ended without success. The row remembers that this is owed until it is done, so a crash in
/// between only delays it.
/// </summary>
internal sealed partial class JobSettler(
    JobStore store, JobHandlerCatalogue handlers, IServiceScopeFactory scopes, ILogger<JobSettler> logger)
{
    public async Task SettleAsync(JobRow row, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            if (handlers.Create(row.Job.Kind, scope.ServiceProvider) is { } handler)
            {
                await handler.OnEndedAsync(new JobContext(row, progress: null), row.Job.State, row.Job.Error, cancellationToken);
            }

            await store.SettledAsync(row.Job, cancellationToken);
        }
        catch (Exception ex)
        {
            LogNotSettled(ex, row.Job.Kind, row.Job.Id);
        }
    }

    [LoggerMessage(LogLevel.Error, "The end of job {Kind} {JobId} could not be told to its room and will be told again.")]
    private partial void LogNotSettled(Exception exception, string kind, Guid jobId);
}
