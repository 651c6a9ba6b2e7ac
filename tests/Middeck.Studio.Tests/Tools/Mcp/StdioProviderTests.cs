using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tools.Mcp;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tools.Mcp;

public sealed class StdioProviderTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private const string Path = "/api/v1/tool-providers";

    private McpServers Servers => Host.Get<McpServers>();

    private protected override void Configure(StudioOptions options)
    {
        options.McpCommands = ["python3 -c"];
        options.McpServers = 2;
        options.McpIdle = 60;
    }

    [Fact]
    public async Task A_server_is_started_in_the_sandbox_serves_many_calls_and_is_started_anew_when_it_died()
    {
        var made = await CreateAsync(new Dictionary<string, string> { ["TOKEN"] = "s3cret-value" });

        Assert.Equal("Desk", (string?)made["provider"]!["name"]);
        Assert.Equal(["about", "die", "net", "hang"], made["tools"]!.AsArray().Select(tool => (string?)tool!["name"]));
        Assert.Equal(("python3", "TOKEN"), ((string?)made["provider"]!["command"], (string?)made["provider"]!["environment"]![0]));
        var id = (Guid)made["provider"]!["id"]!;
        await TryAsync(id, "about");
        var about = JsonNode.Parse((string)(await TryAsync(id, "about"))["text"]!)!;
        Assert.Equal((2, "s3cret-value", false), ((int)about["calls"]!, (string?)about["token"], (bool)about["home"]!));
        Assert.Equal("""["lo"]""", (string?)(await TryAsync(id, "net"))["text"]);

        var died = await TryAsync(id, "die");
        Assert.Equal("'python3' ended: The disk is full.", (string?)died["detail"]);
        Assert.Contains("\"calls\": 1", (string?)(await TryAsync(id, "about"))["text"], StringComparison.Ordinal);

        // One that does not answer any more is given up in time, and so is its process.
        var hanging = TryAsync(id, "hang");
        while (!hanging.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.WhenAny(hanging, Task.Delay(50));
        }

        Assert.Contains("60 seconds", (string?)(await hanging)["detail"], StringComparison.Ordinal);
        Assert.Contains("\"calls\": 1", (string?)(await TryAsync(id, "about"))["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", (await CallAsync(HttpMethod.Get, $"{Path}/{id}"))!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", await Host.Database.ScalarAsync<string>($"SELECT secrets || settings::text FROM studio.tool_provider WHERE id = {id}", CancellationToken.None), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_nobody_asks_is_ended_and_one_that_rests_makes_room_for_another()
    {
        var first = (Guid)(await CreateAsync())["provider"]!["id"]!;
        await CreateAsync(name: "second");
        await TryAsync(first, "about");
        await CreateAsync(name: "third");
        Assert.Equal(2, Servers.Count);
        // The second one rested longer, so that the first goes on.
        Assert.Contains("\"calls\": 2", (string?)(await TryAsync(first, "about"))["text"], StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromSeconds(55));
        await TryAsync(first, "about");
        Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(1, Servers.Count);
        await CallAsync(HttpMethod.Delete, $"{Path}/{first}", expect: HttpStatusCode.NoContent);
        Assert.Equal(0, Servers.Count);
    }

    [Fact]
    public async Task Who_does_not_administer_the_installation_starts_only_what_is_allowed_and_takes_no_secret_elsewhere()
    {
        await RefusedAsync(new { kind = "mcp", transport = "stdio", command = "node", arguments = new[] { "-e", "1" } }, "tools.mcp_command_not_allowed", HttpStatusCode.Forbidden);
        await RefusedAsync(Body([], network: true), "tools.mcp_network_not_allowed", HttpStatusCode.Forbidden);
        await RefusedAsync(new { kind = "mcp", transport = "stdio" }, "tools.mcp_command_needed");
        await RefusedAsync(new { kind = "mcp", transport = "stdio", command = "python3 -c" }, "tools.mcp_invalid_command");
        await RefusedAsync(Body(new Dictionary<string, string> { ["LD_PRELOAD"] = "/x" }), "tools.mcp_invalid_command");
        var ended = await RefusedAsync(
            new { kind = "mcp", transport = "stdio", command = "python3", arguments = new[] { "-c", "raise SystemExit('No such desk.')" } },
            "tools.provider_unreachable", HttpStatusCode.BadGateway);
        Assert.Equal("'python3' ended: No such desk.", (string?)ended["detail"]);

        Host.Client.DefaultRequestHeaders.Add("X-Admin", "1");
        await RefusedAsync(new { kind = "mcp", transport = "stdio", command = "no-such-thing" }, "sandbox.program_missing");
        var made = await CreateAsync(new Dictionary<string, string> { ["TOKEN"] = "t" }, network: true);
        var path = $"{Path}/{made["provider"]!["id"]}";
        Host.Client.DefaultRequestHeaders.Remove("X-Admin");
        // A new name changes nothing of what is started.
        await CallAsync(HttpMethod.Put, path, new { name = "Renamed", environment = new Dictionary<string, string> { ["TOKEN"] = "" } });
        var more = await CallAsync(HttpMethod.Put, path, new { environment = new Dictionary<string, string> { ["TOKEN"] = "", ["PYTHONPATH"] = "/tmp" } }, HttpStatusCode.Forbidden);
        Assert.Equal("tools.mcp_network_not_allowed", (string?)more!["code"]);
        var elsewhere = await CallAsync(HttpMethod.Put, path, new { arguments = new[] { "-c", "print(1)" }, network = false }, HttpStatusCode.BadRequest);
        Assert.Equal("tools.provider_secrets_needed", (string?)elsewhere!["code"]);
    }

    private async Task<JsonNode> CreateAsync(Dictionary<string, string>? environment = null, bool network = false, string? name = null)
        => (await CallAsync(HttpMethod.Post, Path, Body(environment ?? [], network, name), HttpStatusCode.Created))!;

    private static object Body(Dictionary<string, string> environment, bool network = false, string? name = null)
        => new { kind = "mcp", transport = "stdio", command = "python3", arguments = new[] { "-c", StdioMcpScript.Code }, environment, network, name };

    private async Task<JsonNode> RefusedAsync(object body, string code, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        var problem = (await CallAsync(HttpMethod.Post, Path, body, status))!;
        Assert.Equal(code, (string?)problem["code"]);
        return problem;
    }

    private async Task<JsonNode> TryAsync(Guid id, string tool)
        => (await CallAsync(HttpMethod.Post, $"{Path}/{id}/tools/{tool}/try", new { arguments = new { } }))!;
}
