using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Conversations;

/// <summary>Deletes conversations that nothing was said in for longer than the setting, in small batches, once an hour.</summary>
internal sealed partial class ConversationTrimmer(
    Database database, IOptions<StudioOptions> options, TimeProvider clock, ILogger<ConversationTrimmer> logger)
    : BackgroundService
{
    private const int Batch = 500;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ConversationDays == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await TrimAsync(stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                LogTrimFailed(ex);
            }
        }
    }

    internal async Task TrimAsync(CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - TimeSpan.FromDays(options.Value.ConversationDays);
        int deleted;
        do
        {
            deleted = await database.ExecuteAsync(
                $"""
                DELETE FROM studio.conversation WHERE id IN (
                    SELECT id FROM studio.conversation WHERE updated_at < {oldest} LIMIT {Batch})
                """,
                cancellationToken);
        }
        while (deleted == Batch);
    }

    [LoggerMessage(LogLevel.Error, "Old conversations could not be deleted; it is tried again in an hour.")]
    private partial void LogTrimFailed(Exception exception);
}
