using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Knowledge.Bases;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Counts how often chunks are found, in memory, and writes the counts every few seconds: a search waits for no write.</summary>
internal sealed partial class HitCounter(Database database, TimeProvider clock, ILogger<HitCounter> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private Dictionary<Guid, int> _counts = [];
    private Dictionary<Guid, DateTimeOffset> _searched = [];

    public void Count(IReadOnlyList<KnowledgeBaseRow> bases, IReadOnlyList<SearchHit> hits)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var row in bases)
            {
                _searched[row.Id] = now;
            }

            foreach (var hit in hits)
            {
                _counts[hit.ChunkId] = _counts.GetValueOrDefault(hit.ChunkId) + 1;
            }
        }
    }

    internal async Task WriteAsync(CancellationToken cancellationToken)
    {
        var (counts, searched) = Take();
        await WriteSearchedAsync(searched, cancellationToken);
        if (counts.Count == 0)
        {
            return;
        }

        // In the order of the keys, so that two nodes that count the same chunks never wait for each other in a circle.
        Guid[] ids = [.. counts.Keys.Order()];
        int[] hits = [.. ids.Select(id => counts[id])];
        await database.ExecuteAsync(
            $"""
            WITH counted AS (
                SELECT chunk.id, chunk.document_id, new.hits
                FROM unnest({ids}, {hits}) AS new (id, hits) JOIN knowledge.chunk ON chunk.id = new.id
                ORDER BY chunk.id FOR UPDATE OF chunk),
            by_chunk AS (
                UPDATE knowledge.chunk SET hit_count = chunk.hit_count + counted.hits FROM counted WHERE chunk.id = counted.id)
            UPDATE knowledge.document SET hit_count = document.hit_count + sums.hits
            FROM (SELECT document_id, sum(hits) AS hits FROM counted GROUP BY document_id) AS sums
            WHERE document.id = sums.document_id
            """,
            cancellationToken);
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
            // What was counted since the last tick, before the host goes.
            await TryWriteAsync(CancellationToken.None);
        }
    }

    // The row of a base is locked by whoever changes the base, so it is written once a minute and not after each search.
    private async Task WriteSearchedAsync(Dictionary<Guid, DateTimeOffset> searched, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. searched.Keys.Order()];
        if (ids.Length > 0)
        {
            DateTimeOffset[] times = [.. ids.Select(id => searched[id])];
            await database.ExecuteAsync(
                $"""
                UPDATE knowledge.base SET last_searched_at = new.searched_at
                FROM unnest({ids}, {times}) AS new (id, searched_at)
                WHERE base.id = new.id
                  AND (base.last_searched_at IS NULL OR base.last_searched_at <= new.searched_at - interval '1 minute')
                """,
                cancellationToken);
        }
    }

    private (Dictionary<Guid, int> Counts, Dictionary<Guid, DateTimeOffset> Searched) Take()
    {
        lock (_lock)
        {
            var taken = (_counts, _searched);
            (_counts, _searched) = ([], []);
            return taken;
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
            // Five seconds of counts are not worth keeping the memory for while the database is away.
            LogNotWritten(ex);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The hit counts of the last seconds could not be written.")]
    private partial void LogNotWritten(Exception exception);
}
