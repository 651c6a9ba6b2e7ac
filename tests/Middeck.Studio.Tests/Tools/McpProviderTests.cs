using System.Net;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tests.Workflows;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Tests.Tools;

public sealed class McpProviderTests(PostgresFixture postgres) : GraphTest(postgres)
{
    private const string Path = "/api/v1/tool-providers";

    [Fact]
    public async Task Tools_of_an_mcp_server_are_listed_read_anew_and_called()
    {
        await using var server = await McpTestServer.StartAsync(
            Tool("get.weather", (string city, int days) => Result(
                new TextContentBlock { Text = $"{city}: {days} sunny days" }, ImageContentBlock.FromBytes("<svg/>"u8.ToArray(), "image/svg+xml"))),
            Tool("broken", string () => throw new McpException("The sensor is broken.")));

        var made = (await CallAsync(
            HttpMethod.Post, Path,
            new { kind = "mcp", server_url = server.Url, auth = new { type = "bearer", secret = "tok" }, headers = new Dictionary<string, string> { ["X-Team"] = "blue" } },
            HttpStatusCode.Created))!;

        Assert.Equal(("Weather office", "Ask for cities."), ((string?)made["provider"]!["name"], (string?)made["provider"]!["description"]));
        Assert.Equal(["broken", "get_weather"], made["tools"]!.AsArray().Select(tool => (string?)tool!["name"]).Order());
        Assert.All(server.Shown, shown => Assert.Equal(("blue", "Bearer tok"), shown));
        var id = (string)made["provider"]!["id"]!;
        var record = await RunNodeAsync(Node(id, "get_weather", new JsonObject { ["city"] = "北京", ["days"] = 3 }));
        Assert.True(record.Status == NodeStatus.Succeeded, record.Result.Error);
        Assert.Equal("北京: 3 sunny days", record.Result.Outputs["text"].Text);
        Assert.Equal("image.svg", Assert.Single(record.Result.Outputs["files"].Items).File!.Name);
        var broken = await RunNodeAsync(Node(id, "broken", []));
        Assert.Equal("ToolInvokeError", broken.Result.ErrorKind);

        server.Tools.Clear();
        server.Tools.Add(Tool("newer", () => "yes"));
        var read = await CallAsync(HttpMethod.Put, $"{Path}/{id}", new { });
        Assert.Equal("newer", (string?)Assert.Single(read!["tools"]!.AsArray())!["name"]);
    }

    [Theory]
    [InlineData("sse")]
    [InlineData("auto")]
    public async Task A_server_by_sse_is_asked_with_the_headers_on_both_its_ways(string transport)
    {
        await using var server = await McpTestServer.StartAsync(Tool("weather", (string city) => $"{city}: rain"));

        var made = (await CallAsync(
            HttpMethod.Post, Path,
            new { kind = "mcp", transport, server_url = server.SseUrl, auth = new { type = "bearer", secret = "tok" }, headers = new Dictionary<string, string> { ["X-Team"] = "blue" } },
            HttpStatusCode.Created))!;
        var record = await RunNodeAsync(Node((string)made["provider"]!["id"]!, "weather", new JsonObject { ["city"] = "Oslo" }));

        Assert.Equal("Oslo: rain", record.Result.Outputs["text"].Text);
        Assert.All(server.Shown, shown => Assert.Equal(("blue", "Bearer tok"), shown));
        await UntilAsync(() => server.OpenStreams == 0);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_as_one_is_named()
    {
        await using var server = await AskedServer.StartAsync(context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        });

        foreach (var (url, sentence) in new[] { (server.Url, "MCP server"), (server.LoopbackUrl, "outbound.private_address") })
        {
            var problem = await CallAsync(HttpMethod.Post, Path, new { kind = "mcp", server_url = url }, HttpStatusCode.BadGateway);
            Assert.Equal("tools.provider_unreachable", (string?)problem!["code"]);
            Assert.Contains(sentence, (string?)problem["detail"], StringComparison.Ordinal);
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!holds())
        {
            await Task.Delay(25, patience.Token);
        }
    }

    private static CallToolResult Result(params ContentBlock[] blocks) => new() { Content = [.. blocks] };

    private static McpServerTool Tool(string name, Delegate work) => McpServerTool.Create(work, new McpServerToolCreateOptions { Name = name });

    private static JsonObject Node(string provider, string tool, JsonObject parameters) => new()
    {
        ["type"] = "tool",
        ["provider_type"] = "mcp",
        ["provider_id"] = provider,
        ["tool_name"] = tool,
        ["tool_parameters"] = parameters,
    };
}
