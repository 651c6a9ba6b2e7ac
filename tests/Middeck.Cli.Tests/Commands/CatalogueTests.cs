using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Middeck.Cli.Tests.Commands;

/// <summary>A real service of a catalogue from its first line to its end, with the real platform beside it.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public async Task The_node_exporter_lives_through_kills_of_itself_and_of_the_supervisor()
    {
        await using var middeck = new MiddeckProcess();
        using var foreign = new TcpListener(IPAddress.Loopback, 0);
        foreign.Start();
        var taken = ((IPEndPoint)foreign.LocalEndpoint).Port;
        middeck.Environment["MIDDECK_PORT"] = $"{middeck.Port}";
        Directory.CreateDirectory(middeck.Home);
        await File.WriteAllTextAsync(
            Path.Combine(middeck.Home, "services.yaml"),
            $"# Ours.\nservices:\n  node-exporter:\n    preset: node-exporter\n    ports: {{ http: {taken} }} # as ever\n");

        var refused = await middeck.UpAsync();
        Assert.Equal(10, refused.Code);
        Assert.Contains($"node-exporter wants port {taken}, which is taken by process {Environment.ProcessId} (", refused.Error, StringComparison.Ordinal);
        Assert.Equal(10, (await middeck.RunAsync("ports", "check")).Code);
        var check = await middeck.RunAsync("ports", "check", "--yes", "--json");
        Assert.True(check.Code == 0, check.Error);
        var port = Json(check).GetProperty("conflicts")[0].GetProperty("proposal").GetInt32();

        var up = await middeck.UpAsync();
        Assert.True(up.Code == 0, up.Error);
        Assert.Contains($"node-exporter  http://127.0.0.1:{port}", up.Output, StringComparison.Ordinal);
        var service = await ServiceAsync(middeck);
        Assert.Equal(
            ("process", "running", "healthy", port),
            (Text(service, "kind"), Text(service, "state"), Text(service, "health"), service.GetProperty("ports")[0].GetInt32()));
        Assert.Contains(
            Json(await middeck.RunAsync("ports", "--json")).GetProperty("ports").EnumerateArray(),
            view => Text(view, "service") == "node-exporter" && Text(view, "state") == "in_use" && view.GetProperty("owner").GetProperty("pid").GetInt32() == service.GetProperty("pid").GetInt32());

        var first = await PidAsync(middeck);
        Kill(first);
        var second = await UntilHealthyAsync(middeck, pid => pid != first);
        Assert.Equal("ended by signal 9", Text(await ServiceAsync(middeck), "last_words"));

        Kill((await middeck.PidAsync("supervisor"))!.Value);
        Assert.Equal(0, (await middeck.UpAsync()).Code);
        Assert.Equal(second, await PidAsync(middeck));

        Assert.Equal(2, (await middeck.RunAsync("down", "postgres")).Code);
        Assert.Equal(0, (await middeck.RunAsync("down", "node-exporter")).Code);
        Assert.Equal("stopped", Text(await ServiceAsync(middeck), "state"));
        Assert.Equal(0, (await middeck.RunAsync("restart", "node-exporter")).Code);
        var view = Json(await middeck.RunAsync("monitor", "full", "--json"));
        Assert.True(view.GetProperty("host").GetProperty("memory_total_bytes").GetInt64() > 0);
        Assert.Contains(view.GetProperty("errors").EnumerateArray(), error => Text(error, "service") == "supervisor");
        var report = (await middeck.RunAsync("monitor", "report")).Output.Trim();
        Assert.Contains("| node-exporter | process | running | healthy |", await File.ReadAllTextAsync(report), StringComparison.Ordinal);

        Assert.Equal(0, (await middeck.RunAsync("down")).Code);
        Assert.Equal(3, (await middeck.RunAsync("status")).Code);
        Assert.Equal(2, (await middeck.RunAsync("down", "--purge")).Code);
        Assert.Equal(0, (await middeck.RunAsync("down", "--purge", "--yes")).Code);
        Assert.False(Directory.Exists(Path.Combine(middeck.Home, "objects")));
        Assert.Contains("# as ever", await File.ReadAllTextAsync(Path.Combine(middeck.Home, "services.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_does_not_work_ends_with_its_last_lines_and_what_to_try_while_the_platform_runs()
    {
        await using var middeck = new MiddeckProcess();
        Directory.CreateDirectory(middeck.Home);
        await File.WriteAllTextAsync(
            Path.Combine(middeck.Home, "services.yaml"),
            """
            services:
              deaf:
                command: [sh, -c, "echo the model is not there; exec sleep 600"]
                health: { tcp: "127.0.0.1:1", interval: 100ms, failures: 2, start_period: 0s }
              missing:
                command: [no-such-program]
                restart: { when: never }
            """);

        var up = await middeck.UpAsync();

        Assert.Equal(30, up.Code);
        Assert.Contains($"Middeck is ready: {middeck.Url}", up.Output, StringComparison.Ordinal);
        Assert.Contains("  the model is not there\n", up.Error, StringComparison.Ordinal);
        Assert.Contains("Cure the cause, then run: middeck restart deaf.", up.Error, StringComparison.Ordinal);
        Assert.Contains("Its program is not here: install no-such-program", up.Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(middeck.Home, "services.yaml"), "services:\n  deaf:\n    comand: x\n");
        var broken = await middeck.UpAsync();
        Assert.Equal(13, broken.Code);
        Assert.StartsWith("middeck: services.yaml:3: services.deaf.comand: there is no such key. Did you mean command?", broken.Error, StringComparison.Ordinal);
    }

    private static JsonElement Json(CommandResult result) => JsonDocument.Parse(result.Output).RootElement;

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private static async Task<JsonElement> ServiceAsync(MiddeckProcess middeck)
        => (await middeck.StatusAsync()).GetProperty("services").EnumerateArray().Single(service => Text(service, "name") == "node-exporter");

    private static async Task<int> PidAsync(MiddeckProcess middeck) => (await middeck.PidAsync("node-exporter"))!.Value;

    private static async Task<int> UntilHealthyAsync(MiddeckProcess middeck, Func<int, bool> wanted)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var service = await ServiceAsync(middeck);
            if (Text(service, "health") == "healthy" && wanted(service.GetProperty("pid").GetInt32()))
            {
                return service.GetProperty("pid").GetInt32();
            }

            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
        process.WaitForExit();
    }
}
