using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Storage.Sql;

namespace Middeck.Studio.Chat;

/// <summary>
/// Ends the leases of this node's process before when that was killed: nobody renews them, and so its runs need not wait until they have
/// run out. Starts before those who take up runs.
/// </summary>
internal sealed partial class DeadLeases(
    Database database, RunHub hub, IOptions<StudioOptions> options, TimeProvider clock, ILogger<DeadLeases> logger) : IHostedService, IDisposable
{
    private NodeNote? _note;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.NodeFile is not { Length: > 0 } path)
        {
            return;
        }

        try
        {
            _note = NodeNote.TryTake(path, hub.Node);
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            // Runs wait for the end of their leases then, as they do for those of other nodes.
            LogNoNote(ex, path);
        }

        if (_note?.Earlier is { } earlier)
        {
            await EndAsync(earlier, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _note?.Dispose();

    private async Task EndAsync(Guid earlier, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromSeconds(1);
        var runs = await database.ExecuteAsync(
            $"UPDATE studio.workflow_run SET lease_expires_at = {before} WHERE lease_owner = {earlier} AND status = 'running'",
            cancellationToken);
        var answers = await database.ExecuteAsync(
            $"UPDATE studio.message SET lease_expires_at = {before} WHERE lease_owner = {earlier} AND status = 'running'",
            cancellationToken);
        if (runs + answers > 0)
        {
            LogEnded(runs, answers);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The process before was killed amid {Runs} runs of graphs and {Answers} answers; they are taken up.")]
    private partial void LogEnded(int runs, int answers);

    [LoggerMessage(LogLevel.Warning, "{Path} cannot be written: after a kill, runs wait for the end of their leases.")]
    private partial void LogNoNote(Exception exception, string path);
}
