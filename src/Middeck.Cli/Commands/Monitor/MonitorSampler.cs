using Middeck.Operations.Monitoring;

namespace Middeck.Cli.Commands.Monitor;

/// <summary>Looks at everything again and again, and knows what each service's processors did in between.</summary>
internal sealed class MonitorSampler(CommandContext context)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(500);

    private (long At, Dictionary<string, double> Seconds)? _last;

    /// <summary>The state now. The first look takes half a second: a share needs two of them.</summary>
    public async Task<MonitorView> LookAsync(CancellationToken cancellationToken)
    {
        if (_last is null)
        {
            _last = (context.Clock.GetTimestamp(), Seconds(InstallationView.Of(context.Home, context.Clock)));
            await Task.Delay(Moment, context.Clock, cancellationToken);
        }

        var status = InstallationView.Of(context.Home, context.Clock);
        var now = Seconds(status);
        var (at, before) = _last.Value;
        var elapsed = context.Clock.GetElapsedTime(at).TotalSeconds;
        _last = (context.Clock.GetTimestamp(), now);
        var shares = now
            .Where(service => before.ContainsKey(service.Key))
            .ToDictionary(service => service.Key, service => Math.Round(Math.Max(0, 100 * (service.Value - before[service.Key]) / elapsed), 1));
        return new MonitorView(context.Clock.GetUtcNow(), status, shares);
    }

    /// <summary>The same with the machine's numbers and the errors of some hours.</summary>
    public async Task<MonitorView> LookFullyAsync(int hours, CancellationToken cancellationToken)
    {
        var view = await LookAsync(cancellationToken);
        return view with
        {
            Host = HostNumbers.Look(context.Home),
            Errors = [.. new LogSummary(context.Home).Since(view.At - TimeSpan.FromHours(hours)).Take(10)],
        };
    }

    private static Dictionary<string, double> Seconds(InstallationView status)
        => status.Services.Where(service => service.CpuSeconds is not null)
            .ToDictionary(service => service.Name, service => service.CpuSeconds!.Value);
}
