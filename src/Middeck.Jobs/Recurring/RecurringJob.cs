using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Middeck.Jobs.Recurring;

/// <summary>What Quartz calls: does the work of the recurring task that the job's key names.</summary>
[DisallowConcurrentExecution]
internal sealed partial class RecurringJob(
    IEnumerable<RecurringTask> tasks, IServiceScopeFactory scopes, ILogger<RecurringJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        // A newer node may have stored a schedule that this one does not know.
        if (tasks.FirstOrDefault(task => task.Name == name) is not { } task)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await task.Work(scope.ServiceProvider, cancellationToken);
        }
        catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
        {
            // Not handed to Quartz: the schedule goes on.
            LogFailed(ex, name);
        }
    }

    [LoggerMessage(LogLevel.Error, "The recurring task {Name} failed and will be done again at its next time.")]
    private partial void LogFailed(Exception exception, string name);
}
