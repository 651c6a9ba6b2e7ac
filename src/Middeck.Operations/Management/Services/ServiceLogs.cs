using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Http.Streaming;
using Middeck.Operations.Home;
using Middeck.Operations.Logs;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Management.Services;

/// <summary>Reads the logs of a home.</summary>
internal sealed class ServiceLogs(MiddeckHome home, ManagedServices services, TimeProvider clock)
{
    /// <summary>The entry's own log, which belongs to no process.</summary>
    private const string Access = "access";

    public ServiceLogView Tail(string name, int lines)
    {
        Require(name);
        return ExternalLog.CommandFor(services.Catalogue().Catalogue.Find(name), lines, follow: false) is { } command
            ? new ServiceLogView([], string.Join(' ', command))
            : new ServiceLogView(Log(name).Tail(lines), null);
    }

    public IAsyncEnumerable<SseFrame> Follow(string name, CancellationToken cancellationToken)
    {
        Require(name);
        return FramesAsync(Log(name), cancellationToken);
    }

    private static async IAsyncEnumerable<SseFrame> FramesAsync(
        LogReader log, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var lines in log.FollowLinesAsync(log.End, cancellationToken))
        {
            yield return new SseFrame(JsonSerializer.Serialize(new { lines }));
        }
    }

    private LogReader Log(string name) => new(home.LogOf(name), clock);

    private void Require(string name)
    {
        if (name is not (Access or ServiceNames.Supervisor))
        {
            services.Require(name);
        }
    }
}
