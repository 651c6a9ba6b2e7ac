using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Middeck.Knowledge.Backends.Http;

namespace Middeck.Knowledge.Backends;

/// <summary>
/// Whether the products that keep the indexes answer. Without them documents can still be read and found by the rows alone, so it
/// is never more than degraded. Asked at most once in 30 s.
/// </summary>
internal sealed partial class BackendHealthCheck(
    IReadOnlyList<BackendProbe> probes, TimeProvider clock, ILogger<BackendHealthCheck> logger) : IHealthCheck
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private Answer? _last;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (_last is { } last && now - last.At < Freshness)
        {
            return last.Result;
        }

        var messages = await Task.WhenAll(probes.Select(probe => AskAsync(probe, cancellationToken)));
        var sentence = string.Join(' ', messages.OfType<string>());
        var result = sentence.Length == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(sentence);
        _last = new Answer(now, result);
        return result;
    }

    private async Task<string?> AskAsync(BackendProbe probe, CancellationToken cancellationToken)
    {
        var (message, cause) = await probe.AskAsync(cancellationToken);
        if (cause is not null)
        {
            LogNotWell(cause);
        }

        return message;
    }

    [LoggerMessage(LogLevel.Warning, "An index back end is not well: {Detail}")]
    private partial void LogNotWell(string detail);

    private sealed record Answer(DateTimeOffset At, HealthCheckResult Result);
}
