using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Middeck.Testing.Hosting;

namespace Middeck.Server.Tests;

/// <summary>What an operator does in the console instead of in a terminal.</summary>
public sealed class OperationsTests(MiddeckHost host) : IClassFixture<MiddeckHost>
{
    private const string Base = "/api/v1/admin";

    private string Home => Path.GetDirectoryName(host.InitialPasswordFile)!;

    [Fact]
    public async Task Services_of_the_catalogue_are_shown_and_without_a_supervisor_nothing_can_be_done_to_them()
    {
        using var admin = await host.SignInAsync();
        GivenServices("""
            services:
              echo:
                command: [sleep, "60"]
                description: Says nothing
                ports: {http: 18399}
                route: {path: /echo}
              other:
                command: [sleep, "60"]
                depends_on: [echo]
            """);

        var list = await admin.GetAsync($"{Base}/services");

        Assert.False(list.GetProperty("supervised").GetBoolean());
        Assert.Equal(JsonValueKind.Null, list.GetProperty("catalogue_problem").ValueKind);
        var echo = list.GetProperty("data").EnumerateArray().Single(service => service.GetProperty("name").GetString() == "echo");
        Assert.Equal("Says nothing", echo.GetProperty("description").GetString());
        Assert.Equal("stopped", echo.GetProperty("state").GetString());
        Assert.Equal("other", echo.GetProperty("required_by")[0].GetString());
        Assert.Equal(18399, echo.GetProperty("ports")[0].GetInt32());
        var refused = await admin.PostAsync($"{Base}/services/echo/start", new { }, 409);
        Assert.Equal("operations.not_supervised", refused.GetProperty("code").GetString());
        var unknown = await admin.PostAsync($"{Base}/services/nobody/stop", new { with_dependents = false }, 404);
        Assert.Equal("operations.service_not_found", unknown.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_catalogue_with_a_fault_is_told_with_its_line_in_both_languages()
    {
        using var admin = await host.SignInAsync();
        GivenServices("services:\n  echo:\n    comand: [sleep]\n");

        var problem = (await admin.GetAsync($"{Base}/services")).GetProperty("catalogue_problem");

        Assert.Contains("services.yaml:3", problem.GetProperty("en").GetString(), StringComparison.Ordinal);
        Assert.Contains("services.yaml:3", problem.GetProperty("zh-CN").GetString(), StringComparison.Ordinal);
        var refused = await admin.PostAsync($"{Base}/services/reload", new { }, 409);
        Assert.Equal("operations.catalogue_invalid", refused.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_port_that_somebody_else_has_comes_with_its_owner_and_a_free_number_which_is_written_into_the_catalogue()
    {
        using var admin = await host.SignInAsync();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var number = ((IPEndPoint)taken.LocalEndpoint).Port;
        GivenServices($"services:\n  echo:\n    command: [sleep, \"60\"]\n    ports: {{http: {number}}}\n");

        var port = await PortAsync(admin);

        Assert.Equal("conflict", port.GetProperty("state").GetString());
        Assert.Equal(Environment.ProcessId, port.GetProperty("owner").GetProperty("pid").GetInt32());
        var proposal = port.GetProperty("proposal").GetInt32();
        using var wanted = JsonContent.Create(new { number = proposal });
        using var answer = await admin.Http.PutAsync($"{Base}/ports/echo/http", wanted);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var moved = await PortAsync(admin);
        Assert.Equal((proposal, "free"), (moved.GetProperty("number").GetInt32(), moved.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Production_is_refused_with_what_is_critical_and_the_command_that_repairs_it()
    {
        using var admin = await host.SignInAsync();

        var shown = await admin.GetAsync($"{Base}/environment");
        var refused = await admin.PostAsync($"{Base}/environment", new { environment = "prod" }, 409);

        Assert.Equal("dev", shown.GetProperty("environment").GetString());
        Assert.Contains(
            shown.GetProperty("other").GetProperty("difference").EnumerateArray(),
            line => line.GetProperty("text").GetString()!.Contains("environment: prod", StringComparison.Ordinal));
        Assert.Equal("operations.not_ready", refused.GetProperty("code").GetString());
        var critical = refused.GetProperty("reports").EnumerateArray()
            .SelectMany(report => report.GetProperty("findings").EnumerateArray())
            .Where(finding => finding.GetProperty("severity").GetString() == "critical")
            .ToList();
        Assert.NotEmpty(critical);
        Assert.All(critical, finding => Assert.NotEmpty(finding.GetProperty("sentence").GetProperty("zh-CN").GetString()!));
        Assert.False(File.Exists(Path.Combine(Home, "middeck.yaml")));
        await admin.PostAsync($"{Base}/environment", new { environment = "staging" }, 400);
    }

    [Fact]
    public async Task A_backup_is_made_verified_and_deleted_as_jobs()
    {
        using var admin = await host.SignInAsync();

        await DoneAsync(admin, await admin.PostAsync($"{Base}/backups", new { }, 202));
        var list = await admin.GetAsync($"{Base}/backups");
        var made = list.GetProperty("data").EnumerateArray().First();
        var name = made.GetProperty("name").GetString()!;
        await DoneAsync(admin, await admin.PostAsync($"{Base}/backups/{name}/verify", new { }, 202));

        Assert.Equal(("manual", false), (made.GetProperty("reason").GetString(), made.GetProperty("includes_keys").GetBoolean()));
        Assert.True(made.GetProperty("rows").GetInt64() > 0);
        using var deleted = await admin.Http.DeleteAsync($"{Base}/backups/{name}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        var gone = await admin.PostAsync($"{Base}/backups/{name}/verify", new { }, 404);
        Assert.Equal("operations.backup_not_found", gone.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_log_is_read_from_its_end_and_followed_line_by_line()
    {
        using var admin = await host.SignInAsync();
        var log = Path.Combine(Home, "logs", "supervisor.log");
        Directory.CreateDirectory(Path.GetDirectoryName(log)!);
        await File.WriteAllTextAsync(log, "one\ntwo\n");

        var tail = await admin.GetAsync($"{Base}/services/supervisor/log?lines=1");
        await using var stream = await admin.Http.GetStreamAsync($"{Base}/services/supervisor/log/stream");
        await File.AppendAllTextAsync(log, "three\nfo");
        await File.AppendAllTextAsync(log, "ur\n");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (lines.Count < 2 && await reader.ReadLineAsync() is { } text)
        {
            if (text.StartsWith("data: ", StringComparison.Ordinal))
            {
                lines.AddRange(JsonDocument.Parse(text[6..]).RootElement.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!));
            }
        }

        Assert.Equal(["two"], tail.GetProperty("lines").EnumerateArray().Select(line => line.GetString()));
        Assert.Equal(["three", "four"], lines);
    }

    private static async Task<JsonElement> PortAsync(MiddeckClient admin)
        => (await admin.GetAsync($"{Base}/ports")).GetProperty("data").EnumerateArray()
            .Single(port => port.GetProperty("service").GetString() == "echo");

    private static Task<JsonElement> DoneAsync(MiddeckClient admin, JsonElement started)
        => admin.UntilAsync(
            $"/api/v1/jobs/{started.GetProperty("job_id").GetString()}",
            job => job.GetProperty("state").GetString() is "succeeded"
                || (job.GetProperty("state").GetString() == "failed" ? throw new InvalidOperationException(job.GetRawText()) : false));

    private void GivenServices(string yaml) => File.WriteAllText(Path.Combine(Home, "services.yaml"), yaml);
}
