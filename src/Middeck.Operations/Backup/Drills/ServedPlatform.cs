using System.Globalization;
using System.Net;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Operations.Ports;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;
using Microsoft.Extensions.Configuration;

namespace Middeck.Operations.Backup.Drills;

/// <summary>The platform as a process of its own, <c>middeck serve</c>, that works on no jobs: a restored schedule must not send mails.</summary>
/// <param name="executable">Our own program.</param>
/// <param name="makeKey">Makes a key that may read apps and search knowledge bases, in the database that a configuration names.</param>
/// <param name="clock">Paces the waiting.</param>
public sealed class ServedPlatform(
    string executable, Func<IConfigurationRoot, CancellationToken, Task<string>> makeKey, TimeProvider clock) : IDrillPlatform
{
    private const int FirstPort = 17480;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> AskAsync(
        MiddeckHome home, string connection, CancellationToken cancellationToken)
    {
        var port = PortProbe.FirstFree(IPAddress.Loopback, FirstPort)
            ?? throw new RefusedException(ExitCode.DrillFailed, DrillMessages.NoPort());
        var settings = Settings(home, connection, port);
        using var process = DetachedProcess.Start(
            new ProcessCommand([executable, "serve"]) { Environment = Variables(home, settings), WorkingFolder = home.Root },
            home.LogOf(ServiceNames.Platform));
        var identity = ProcessIdentity.Of(process.Id) ?? new ProcessIdentity(process.Id, -1);
        PidFile.Write(home.RunFile($"{ServiceNames.Platform}.pid"), identity);
        try
        {
            using var questions = new DrillQuestions(new Uri($"http://127.0.0.1:{port}"));
            var health = await WaitAsync(questions, identity, home, cancellationToken);
            var configuration = ConfigurationLoader.Load(home, settings, new Dictionary<string, string>());
            var key = await makeKey(configuration, cancellationToken);
            return [health, .. await questions.AskAsync(key, cancellationToken)];
        }
        finally
        {
            await ProcessStopping.StopAsync(
                identity, Signal.Terminate, TimeSpan.FromSeconds(30), Signal.Kill, clock, CancellationToken.None);
        }
    }

    private static Dictionary<string, string> Settings(MiddeckHome home, string connection, int port) => new()
    {
        ["server.environment"] = "dev",
        ["server.address"] = "127.0.0.1",
        ["server.port"] = port.ToString(CultureInfo.InvariantCulture),
        ["database.connection"] = connection,
        ["objects.kind"] = "Files",
        ["objects.path"] = home.Objects,
        ["jobs.enabled"] = "false",
    };

    // As variables, for the connection holds a password. MIDDECK_SERVER__PORT beats what our own environment may say.
    private static Dictionary<string, string?> Variables(MiddeckHome home, Dictionary<string, string> settings)
    {
        var variables = settings.ToDictionary(
            setting => $"MIDDECK_{setting.Key.Replace(".", "__", StringComparison.Ordinal).ToUpperInvariant()}",
            setting => (string?)setting.Value);
        variables["MIDDECK_HOME"] = home.Root;
        return variables;
    }

    private async Task<string> WaitAsync(
        DrillQuestions questions, ProcessIdentity process, MiddeckHome home, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100), clock);
        var start = clock.GetTimestamp();
        while (true)
        {
            if (await questions.HealthAsync(cancellationToken) is { } answer)
            {
                return answer;
            }

            if (!process.IsAlive || clock.GetElapsedTime(start) > Patience)
            {
                var words = LastWords.Of(null, new Logs.LogReader(home.LogOf(ServiceNames.Platform), clock), 0);
                throw new RefusedException(ExitCode.DrillFailed, DrillMessages.NotStarted(words ?? "no word"));
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
