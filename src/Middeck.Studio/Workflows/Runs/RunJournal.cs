using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Writes down what happens in runs: one writer for the node, which commits together whatever has come while it was writing. Entries of a
/// run are written in their order.
/// </summary>
internal sealed partial class RunJournal(JournalStore store, WorkflowHub hub, TimeProvider clock, ILogger<RunJournal> logger)
    : IHostedService, IDisposable
{
    private const int LargestBatch = 1_000;
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<JournalEntry> _entries
        = Channel.CreateUnbounded<JournalEntry>(new UnboundedChannelOptions { SingleReader = true });

    private Task _writing = Task.CompletedTask;

    /// <summary>Hands an entry over.</summary>
    public void Write(JournalEntry entry)
    {
        if (!_entries.Writer.TryWrite(entry))
        {
            entry.Done?.TrySetException(new InvalidOperationException("The journal is closed: the platform is being stopped."));
        }
    }

    /// <summary>The beginning of a run. Done when it is committed.</summary>
    public Task BeginAsync(WorkflowRun run, string start, string inputs, byte[]? draftHash)
        => WriteAsync(done => new JournalEntry.Begun(run, start, inputs, draftHash, hub.Node) { Done = done });

    /// <summary>Notes that a node which must not be done twice is about to begin.</summary>
    public void NoteBegin(Guid run, string nodeKey) => Write(new JournalEntry.Attempted(run, nodeKey));

    /// <summary>The end of a run, or its pause. Done when it is committed.</summary>
    public Task EndAsync(WorkflowRun run, WorkflowEnd end)
        => WriteAsync(done => new JournalEntry.Ended(run, end, hub.Node) { Done = done });

    /// <summary>Done when all that has been handed over is committed.</summary>
    public Task CommitAsync() => WriteAsync(static done => new JournalEntry.Mark { Done = done });

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _writing = Task.Run(WriteAllAsync, CancellationToken.None);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _entries.Writer.TryComplete();
        return _writing.WaitAsync(cancellationToken);
    }

    public void Dispose() => _entries.Writer.TryComplete();

    private Task WriteAsync(Func<TaskCompletionSource, JournalEntry> make)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Write(make(done));
        return done.Task;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<JournalEntry>();
        while (await _entries.Reader.WaitToReadAsync())
        {
            while (batch.Count < LargestBatch && _entries.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<JournalEntry> batch)
    {
        var fault = await TryAsync(batch);
        if (fault is not null && batch.Count > 1)
        {
            // One of them cannot be written, such as of an app that was just deleted. The others can.
            foreach (var entry in batch)
            {
                Settle(entry, await TryAsync([entry]));
            }

            return;
        }

        foreach (var entry in batch)
        {
            Settle(entry, fault);
        }
    }

    private async Task<Exception?> TryAsync(List<JournalEntry> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await store.WriteAsync(batch, clock.GetUtcNow(), CancellationToken.None);
                return null;
            }
            catch (Npgsql.PostgresException ex) when (!ex.IsTransient)
            {
                return ex;
            }
            catch (Exception ex) when (attempt < Attempts)
            {
                // The database may be restarting.
                LogRetry(ex, batch.Count);
            }
            catch (Exception ex)
            {
                return ex;
            }

            await Task.Delay(Pause, clock);
        }
    }

    private void Settle(JournalEntry entry, Exception? fault)
    {
        if (fault is null)
        {
            entry.Done?.TrySetResult();
            return;
        }

        LogLost(fault, entry.GetType().Name);
        entry.Done?.TrySetException(fault);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} entries of the journal of runs could not be written and are tried again.")]
    private partial void LogRetry(Exception exception, int count);

    [LoggerMessage(LogLevel.Error, "An entry ({Kind}) of the journal of runs could not be written.")]
    private partial void LogLost(Exception exception, string kind);
}
