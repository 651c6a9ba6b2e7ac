using System.Diagnostics;
using System.Diagnostics.Metrics;
using Middeck.Models.Catalogue;
using Middeck.Models.Usage;

namespace Middeck.Models;

/// <summary>Counts and times of model calls.</summary>
internal sealed class ModelsMetrics
{
    private readonly Counter<long> _calls;
    private readonly Counter<long> _tokens;
    private readonly Histogram<double> _duration;
    private readonly Histogram<double> _firstToken;

    public ModelsMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("Middeck.Models");
        var seconds = new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120],
        };
        _calls = meter.CreateCounter<long>("middeck.models.calls", "{call}", "Calls of models by how they ended.");
        _tokens = meter.CreateCounter<long>("middeck.models.tokens", "{token}", "Tokens in and out.");
        _duration = meter.CreateHistogram("middeck.models.duration", "s", "Time to the end of an answer.", advice: seconds);
        _firstToken = meter.CreateHistogram("middeck.models.first_token", "s", "Time to the first word.", advice: seconds);
    }

    public void CallEnded(
        ResolvedModel model, UsageStatus status, TimeSpan duration, TimeSpan? firstToken, TokenCount tokens)
    {
        // Providers are few and named by administrators; models of a workspace may be many and stay out of the labels.
        var provider = new KeyValuePair<string, object?>("provider", model.Connection.Name);
        var type = new KeyValuePair<string, object?>("type", model.Type.ToString());
        _calls.Add(1, new TagList { provider, type, { "status", status.ToString() } });
        _duration.Record(duration.TotalSeconds, provider, type);
        _tokens.Add(tokens.Input, provider, new KeyValuePair<string, object?>("direction", "in"));
        _tokens.Add(tokens.Output, provider, new KeyValuePair<string, object?>("direction", "out"));
        if (firstToken is { } first)
        {
            _firstToken.Record(first.TotalSeconds, provider, type);
        }
    }
}
