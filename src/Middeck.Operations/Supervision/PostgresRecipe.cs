using Middeck.Operations.Home;
using Middeck.Operations.Postgres;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Supervision;

/// <summary>The home's private PostgreSQL.</summary>
internal sealed class PostgresRecipe(MiddeckHome home) : IServiceRecipe
{
    public string Name => ServiceNames.Postgres;

    // "Fast": open transactions are rolled back, everything is written. The last resort recovers at the next start.
    public Signal StopSignal => Signal.Interrupt;

    public Signal LastResort => Signal.Quit;

    public TimeSpan StopPatience => TimeSpan.FromMinutes(1);

    private string Data => PostgresPlace.Of(home).Data;

    public ProcessIdentity? FindRunning() => PostmasterFile.FindLive(Data)?.Process;

    public async Task<ProcessCommand> PrepareAsync(CancellationToken cancellationToken)
    {
        var cluster = await PostgresCluster.OpenAsync(home, cancellationToken);
        await cluster.CreateAsync(cancellationToken);
        var port = await PostgresPort.ChooseAsync(home, cancellationToken);
        cluster.RecordAt(port).Write(home);
        return cluster.StartCommand(port);
    }

    public bool IsReady(ProcessIdentity process)
        => PostmasterFile.Read(Data) is { IsReady: true } file && file.Pid == process.Pid;

    public bool IsFinal(int exitCode) => false;
}
