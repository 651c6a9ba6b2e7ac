using System.Diagnostics;
using Middeck.Operations.Checks;
using Middeck.Operations.Processes;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Tests.Checks;

public sealed class BrokenServicesTests : HomeTest
{
    [Fact]
    public async Task A_service_that_crashes_again_and_again_is_found_with_its_last_words()
    {
        using var supervisor = Process.Start("sleep", "60");
        PidFile.Write(Test.Home.RunFile("supervisor.pid"), ProcessIdentity.Of(supervisor.Id)!.Value);
        new SupervisorStatus("middeck", "http://127.0.0.1:1", [
            new("grafana", ServiceState.Restarting, Restarts: 5, LastWords: "no such file: grafana.ini"),
            new("platform", ServiceState.Failed, Restarts: 8, LastWords: "the port is taken"),
        ]).Write(Test.Home);
        var started = 0;
        var doctor = new Doctor(Test.Home) { Up = _ => Task.FromResult(started++) };

        var loop = await doctor.FindAsync("services.crash_loop");
        var failed = await doctor.FindAsync("services.failed");
        await failed.Repair!.ApplyAsync(null, CancellationToken.None);

        Assert.Equal((Severity.Critical, "middeck logs grafana"), (loop.Severity, loop.Command));
        Assert.Contains("no such file: grafana.ini", loop.Sentence.English, StringComparison.Ordinal);
        Assert.Equal("middeck logs platform", failed.Command);
        Assert.Equal(1, started);
    }
}
