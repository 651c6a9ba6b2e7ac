using Middeck.Operations.Catalogue;
using Middeck.Operations.Home;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>The platform itself: <c>middeck serve</c>.</summary>
internal sealed class PlatformRecipe(MiddeckHome home, IReadOnlyList<string> command, string url) : IServiceRecipe
{
    public string Name => ServiceNames.Platform;

    public Signal StopSignal => Signal.Terminate;

    public Signal LastResort => Signal.Kill;

    // Runs in flight may finish or hand over their lease.
    public TimeSpan StopPatience => TimeSpan.FromSeconds(30);

    // It says itself what is wrong, and a restart would not cure a database that is away: its health is shown, no more.
    public ServiceHealth? Health { get; } = new() { Http = new Uri($"{url}/health") };

    public ProcessIdentity? FindRunning() => null;

    public Task<ProcessCommand> PrepareAsync(CancellationToken cancellationToken)
        => Task.FromResult(new ProcessCommand(command)
        {
            Environment = PlatformEnvironment.For(home),
            WorkingFolder = home.Root,
        });

    public bool IsReady(ProcessIdentity process) => true;

    public bool IsFinal(int exitCode) => exitCode == (int)ExitCode.Configuration;
}
