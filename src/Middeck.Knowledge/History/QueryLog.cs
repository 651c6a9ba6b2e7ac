using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Middeck.Knowledge.History;

/// <summary>Keeps what is asked, in memory, and writes it every few seconds: a search waits for no write.</summary>
internal sealed partial class QueryLog(QueryStore queries, TimeProvider clock, ILogger<QueryLog> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // What a burst may keep in memory while the database is slow; the history may have a gap then, the searches may not.
    private const int AtMost = 20_000;

    private readonly Lock _lock = new();
    private List<QueryRow> _asked = [];

    public void Add(IEnumerable<QueryRow> rows)
    {
        lock (_lock)
        {
            if (_asked.Count < AtMost)
            {
                _asked.AddRange(rows);
            }
        }
    }

    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        var asked = Take();
        if (asked.Count > 0)
        {
            await queries.AddAsync(asked, cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryWriteAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // What was asked since the last tick, before the host goes.
            await TryWriteAsync(CancellationToken.None);
        }
    }

    private List<QueryRow> Take()
    {
        lock (_lock)
        {
            var asked = _asked;
            _asked = [];
            return asked;
        }
    }

    private async Task TryWriteAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception ex) when (ex is not OperationCanceledException)
        {
            // Two seconds of history are not worth keeping the memory for while the database is away.
            LogNotWritten(ex);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The queries of the last seconds could not be written to the history.")]
    private partial void LogNotWritten(Exception exception);
}
