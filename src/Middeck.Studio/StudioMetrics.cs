using System.Diagnostics.Metrics;
using Middeck.Storage.Sql;
using Middeck.Studio.Chat;
using Middeck.Studio.Conversations;

namespace Middeck.Studio;

/// <summary>What the room measures.</summary>
internal sealed class StudioMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "middeck.studio";

    private readonly Meter _meter;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _firstToken;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<long> _active;

    public StudioMetrics(IMeterFactory factory)
    {
        var meter = _meter = factory.Create(MeterName);
        _active = meter.CreateUpDownCounter<long>("middeck.studio.runs_active", "{run}", "Runs that go on.");
        _ended = meter.CreateCounter<long>("middeck.studio.runs", "{run}", "Runs that ended, by status.");
        _firstToken = meter.CreateHistogram<double>(
            "middeck.studio.time_to_first_token", "s", "From the question to the first text.");
        _duration = meter.CreateHistogram<double>("middeck.studio.run_duration", "s", "From the question to the end.");
    }

    /// <summary>Tells how many runs of graphs work and wait on this node whenever somebody looks.</summary>
    public void Watch(Func<(int Working, int Waiting)> count)
    {
        _meter.CreateObservableGauge(
            "middeck.studio.graph_runs", () => (long)count().Working, "{run}", "Runs of graphs that work on this node.");
        _meter.CreateObservableGauge(
            "middeck.studio.graph_runs_waiting", () => (long)count().Waiting, "{run}", "Runs of graphs that wait for their turn on this node.");
    }

    public void RunStarted() => _active.Add(1);

    public void RunEnded(MessageStatus status, RunUsage usage)
    {
        var tag = new KeyValuePair<string, object?>("status", SnakeCase.Of(status.ToString()));
        _active.Add(-1);
        _ended.Add(1, tag);
        _duration.Record(usage.Duration, tag);
        if (usage.TimeToFirstToken is { } first)
        {
            _firstToken.Record(first);
        }
    }
}
