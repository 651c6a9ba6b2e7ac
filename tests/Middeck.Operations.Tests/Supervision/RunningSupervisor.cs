using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Supervision;

/// <summary>A supervisor in the test's own process; disposing is its SIGTERM.</summary>
internal sealed class RunningSupervisor : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public RunningSupervisor(Supervisor supervisor, string[] platform)
    {
        _running = supervisor.RunAsync(platform, SupervisorSelection.All, _stop.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
