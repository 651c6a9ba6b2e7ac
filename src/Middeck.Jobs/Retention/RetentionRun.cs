using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Middeck.Jobs.Retention;

/// <summary>Trims every registered table. One that fails does not keep the others from it.</summary>
internal sealed partial class RetentionRun(
    IEnumerable<RetentionTask> tasks, IServiceScopeFactory scopes, ILogger<RetentionRun> logger)
{
    /// <summary>Small enough that no batch holds locks or a connection for long.</summary>
    public const int Batch = 500;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var task in tasks)
        {
            try
            {
                var removed = await TrimAsync(task, cancellationToken);
                if (removed > 0)
                {
                    LogTrimmed(removed, task.Name);
                }
            }
            catch (Exception ex) when (!cancellationToken.IsCancellationRequested)
            {
                LogFailed(ex, task.Name);
            }
        }
    }

    private async Task<int> TrimAsync(RetentionTask task, CancellationToken cancellationToken)
    {
        var total = 0;
        int removed;
        do
        {
            await using var scope = scopes.CreateAsyncScope();
            removed = await task.Trim(scope.ServiceProvider, Batch, cancellationToken);
            total += removed;
        }
        while (removed >= Batch);

        return total;
    }

    [LoggerMessage(LogLevel.Information, "{Count} rows whose time was over were removed from {Table}.")]
    private partial void LogTrimmed(int count, string table);

    [LoggerMessage(LogLevel.Error, "{Table} could not be trimmed; it will be tried again tomorrow.")]
    private partial void LogFailed(Exception exception, string table);
}
