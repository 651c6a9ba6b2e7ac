using System.Text.Json;

namespace Middeck.Sandbox.Tests;

public sealed class PoolTests
{
    private static readonly JsonElement _nothing = JsonSerializer.SerializeToElement(new { });

    [Fact]
    public async Task Interpreters_wait_after_the_first_use_and_not_before()
    {
        var host = new SandboxHost();
        await host.InitializeAsync();
        var pool = host.Pools.Of(CodeLanguage.Python);
        Assert.All(host.Pools.All, idle => Assert.Equal((0, true), (idle.Waiting, idle.Filled.IsCompleted)));

        Assert.Null((await RunAsync(host, "def main(): return 1")).Error);
        await pool.Filled;
        Assert.Equal((2, 0), (pool.Waiting, host.Pools.Of(CodeLanguage.JavaScript).Waiting));

        await host.DisposeAsync();
        Assert.Equal(0, pool.Waiting);
    }

    [Fact]
    public async Task Interpreters_wait_from_the_start_where_that_is_wanted()
    {
        var host = new SandboxHost(options => (options.WarmAtStart, options.PoolSize) = (true, 1));
        await host.InitializeAsync();

        while (host.Pools.All.Any(pool => pool.Waiting == 0))
        {
            await Task.Yield();
        }

        await host.DisposeAsync();
    }

    [Fact]
    public async Task Fifty_runs_at_once_wait_for_their_turns_and_all_end()
    {
        var host = new SandboxHost();
        await host.InitializeAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => host.Code.RunAsync(
            new(
                number % 5 == 0 ? CodeLanguage.JavaScript : CodeLanguage.Python,
                number % 5 == 0 ? "function main({n}) { return n; }" : "def main(n): return n",
                JsonSerializer.SerializeToElement(new { n = number })),
            CancellationToken.None)));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"{number}"), outcomes.Select(outcome => outcome.Result?.GetRawText() ?? outcome.Error!.Message));
        await host.DisposeAsync();
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_so_and_a_cancelled_run_gives_its_place_back()
    {
        var host = new SandboxHost(options => (options.Concurrency, options.QueueTime, options.Timeout) = (1, 1, 60));
        await host.InitializeAsync();
        // What comes first is let in first, once it is known that anything can run at all.
        Assert.Null((await RunAsync(host, "def main(): return 1")).Error);
        using var stop = new CancellationTokenSource();
        var endless = host.Code.RunAsync(new(CodeLanguage.Python, "def main():\n    while True: pass", _nothing), stop.Token);

        var refused = await RunAsync(host, "def main(): return 1");
        Assert.Equal(
            (CodeErrorKind.Busy, "All 1 places of the sandbox were in use for 1 seconds. Try again later, or raise sandbox.concurrency."),
            (refused.Error!.Kind, refused.Error.Message));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => endless);
        Assert.Null((await RunAsync(host, "def main(): return 1")).Error);
        await host.DisposeAsync();
    }

    private static Task<CodeOutcome> RunAsync(SandboxHost host, string code)
        => host.Code.RunAsync(new(CodeLanguage.Python, code, _nothing), CancellationToken.None);
}
