using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace Middeck.Cli.Tests.Commands;

/// <summary>Up, health, crash, down: the whole way with the real platform and the real PostgreSQL.</summary>
public sealed class LifecycleTests
{
    [Fact]
    public async Task A_home_lives_from_its_first_start_to_its_end()
    {
        await using var middeck = new MiddeckProcess();

        var first = await middeck.UpAsync();
        Assert.True(first.Code == 0, first.Error);
        Assert.Contains($"Middeck is ready: {middeck.Url}", first.Output, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(middeck));
        await AssertShowsPasswordOnceAsync(middeck, first);

        var platform = await middeck.PidAsync("platform");
        Kill(platform);
        await UntilAsync(async () => await middeck.PidAsync("platform") is { } now && now != platform);
        await UntilAsync(async () => await HealthAsync(middeck) == HttpStatusCode.OK);

        platform = await middeck.PidAsync("platform");
        Kill(await middeck.PidAsync("supervisor"));
        Assert.Equal(0, (await middeck.UpAsync()).Code);
        Assert.Equal(platform, await middeck.PidAsync("platform"));

        Assert.Equal(0, (await middeck.RunAsync("down")).Code);
        Assert.Equal(3, (await middeck.RunAsync("status")).Code);
        Assert.Equal(3, (await middeck.RunAsync("health")).Code);
        Assert.Null(await HealthAsync(middeck));
        Assert.Empty(Directory.GetFiles(Path.Combine(middeck.Home, "run"), "*.pid"));
    }

    [OrdinaryUserFact]
    public async Task An_ordinary_user_needs_no_root()
    {
        await using var middeck = new MiddeckProcess(OrdinaryUserFactAttribute.User);

        var up = await middeck.UpAsync();

        Assert.True(up.Code == 0, up.Error);
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(middeck));
        Assert.True(Directory.Exists(Path.Combine(middeck.Home, "pg")));
        Assert.Equal(0, (await middeck.RunAsync("down")).Code);
    }

    [Fact]
    public async Task What_runs_in_the_background_keeps_no_lock_and_no_pipe_of_who_started_it()
    {
        await using var middeck = new MiddeckProcess();
        var held = Path.Combine(Path.GetTempPath(), $"middeck-held-{middeck.Port}");

        // Reading the outputs to their end returns only when nobody holds them any more.
        var up = await CommandResult.OfAsync(["flock", held, .. middeck.Command("up", "--port", $"{middeck.Port}")], middeck.Environment);
        var again = await CommandResult.OfAsync(["flock", "--nonblock", held, "true"], middeck.Environment);
        File.Delete(held);

        Assert.True(up.Code == 0, up.Error);
        Assert.Equal(0, again.Code);
    }

    [Fact]
    public async Task In_the_foreground_it_ends_with_its_signal()
    {
        await using var middeck = new MiddeckProcess();

        using var process = Process.Start(middeck.StartInfo("up", "--foreground", "--port", $"{middeck.Port}"))!;
        var log = process.StandardError.ReadToEndAsync();
        Assert.Equal($"Middeck is ready: {middeck.Url}", await process.StandardOutput.ReadLineAsync());
        await CommandResult.OfAsync(["kill", "-TERM", $"{process.Id}"], middeck.Environment);
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("The supervisor stopped.", await log, StringComparison.Ordinal);
        Assert.Equal(3, (await middeck.RunAsync("status")).Code);
    }

    private static async Task AssertShowsPasswordOnceAsync(MiddeckProcess middeck, CommandResult first)
    {
        var password = (await File.ReadAllTextAsync(Path.Combine(middeck.Home, "run", "initial-admin-password"))).Trim();
        Assert.Contains($"password: {password}", first.Output, StringComparison.Ordinal);

        var second = await middeck.UpAsync();

        Assert.Equal(0, second.Code);
        Assert.DoesNotContain(password, second.Output, StringComparison.Ordinal);
        var services = (await middeck.StatusAsync()).GetProperty("services").EnumerateArray();
        Assert.All(services, service => Assert.Equal("running", service.GetProperty("state").GetString()));
        Assert.Equal("ok", JsonDocument.Parse((await middeck.RunAsync("health", "--json")).Output)
            .RootElement.GetProperty("status").GetString());
    }

    private static async Task<HttpStatusCode?> HealthAsync(MiddeckProcess middeck)
    {
        using var http = new HttpClient(new SocketsHttpHandler());
        try
        {
            using var response = await http.GetAsync(new Uri($"{middeck.Url}/health"));
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static void Kill(int? pid)
    {
        using var process = Process.GetProcessById(pid!.Value);
        process.Kill();
        process.WaitForExit();
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await condition())
        {
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
