using Middeck.Jobs;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Tells how far an attempt is: to the row, the job and open pages, each stage at once and what is between at most twice a second.
/// </summary>
internal sealed class StageReporter(
    IngestionStore store, DocumentEvents events, IJobContext job, DocumentRow row, TimeProvider clock)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private (double From, double To) _span;
    private long _toldAt;

    /// <summary>Tells that the document is being read, which taking it up has written down.</summary>
    public void BegunParsing(double to)
    {
        _span = (0, to);
        _toldAt = clock.GetTimestamp();
        events.Changed(row);
    }

    /// <exception cref="DocumentReleasedException">The document is no longer this attempt's.</exception>
    public async Task BeginAsync(
        DocumentStatus status, double from, double to, StageCount count, CancellationToken cancellationToken)
    {
        _span = (from, to);
        _toldAt = clock.GetTimestamp();
        Told(await store.BeginStageAsync(row, status, count, ProgressAt(count), cancellationToken));
        job.Report(ProgressAt(count), count.Fact);
    }

    /// <exception cref="DocumentReleasedException">The document is no longer this attempt's.</exception>
    public async Task AdvanceAsync(StageCount count, CancellationToken cancellationToken)
    {
        // Several calls may come at once; one of them tells.
        var toldAt = Interlocked.Read(ref _toldAt);
        if (clock.GetElapsedTime(toldAt) < Interval
            || Interlocked.CompareExchange(ref _toldAt, clock.GetTimestamp(), toldAt) != toldAt)
        {
            return;
        }

        Told(await store.AdvanceAsync(row, count, ProgressAt(count), cancellationToken));
        job.Report(ProgressAt(count), count.Fact);
    }

    private double ProgressAt(StageCount count) => _span.From + ((_span.To - _span.From) * count.Share);

    private void Told(DocumentRow? told) => events.Changed(told ?? throw new DocumentReleasedException());
}
