using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.ExternalData;

public sealed class ExternalDataTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Variables_are_asked_for_and_stand_in_the_prompt()
    {
        await using var server = await ExtensionServer.StartAsync();
        var extension = await GivenExtensionAsync(server.Url);
        server.Answer = (body, context) => context.Response.WriteAsJsonAsync(
            new { result = $"{body["params"]!["tool_variable"]} of {body["params"]!["inputs"]!["city"]}" });
        var app = await GivenPublishedAppAsync(new
        {
            pre_prompt = "{{weather}}, {{air}}, {{off}}",
            user_input_form = new object[]
            {
                new { paragraph = new { variable = "city" } },
                new { external_data_tool = Tool("air", extension) },
            },
            external_data_tools = new object[]
            {
                Tool("weather", extension),
                new { enabled = false, variable = "off", type = "api" },
            },
        });

        await AskAsync(app, "How is it?", new { inputs = new { city = "Wuhan" } });

        Assert.Equal("weather of Wuhan, air of Wuhan, {{off}}", Host.Models.Calls.Single().Messages[0].Text);
        var asked = server.Asked.First(ask => (string?)ask.Body["params"]!["tool_variable"] == "weather").Body;
        Assert.Equal("app.external_data_tool.query", (string?)asked["point"]);
        Assert.Equal(
            $$"""{"app_id":"{{app}}","tool_variable":"weather","inputs":{"city":"Wuhan"},"query":"How is it?"}""",
            asked["params"]!.ToJsonString());
    }

    [Fact]
    public async Task What_an_extension_answers_is_never_read_as_a_placeholder()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Says("""{"result": "{{secret}}"}""");
        var app = await GivenPublishedAppAsync(new
        {
            pre_prompt = "{{weather}}",
            user_input_form = new object[] { new { paragraph = new { variable = "secret", @default = "42" } } },
            external_data_tools = new[] { Tool("weather", await GivenExtensionAsync(server.Url)) },
        });

        await AskAsync(app, "hi");

        Assert.Equal("{{secret}}", Host.Models.Calls.Single().Messages[0].Text);
    }

    [Theory]
    [InlineData("""{"result": 5}""")]
    [InlineData("""{"results": "a"}""")]
    [InlineData("[1]")]
    public async Task A_value_that_cannot_be_fetched_ends_the_answer_with_the_variables_name(string answer)
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Says(answer);
        var app = await GivenPublishedAppAsync(
            new { external_data_tools = new[] { Tool("weather", await GivenExtensionAsync(server.Url)) } });

        var events = await AskAsync(app, "hi");

        Assert.Equal("error", NameOf(events[^1]));
        Assert.Contains("'weather' could not be fetched", (string?)events[^1]["message"], StringComparison.Ordinal);
        Assert.Empty(Host.Models.Calls);
        Assert.Empty(Host.Errors.All);
    }

    [Fact]
    public async Task An_extension_that_hangs_ends_the_answer_after_ten_seconds()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Answer = (_, context) => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var app = await GivenPublishedAppAsync(
            new { external_data_tools = new[] { Tool("weather", await GivenExtensionAsync(server.Url)) } });
        var events = AskAsync(app, "hi");
        await server.WasAsked;

        Clock.Advance(TimeSpan.FromSeconds(11));

        Assert.Contains("within 10 s", (string?)(await events)[^1]["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"external_data_tools": [{"type": "api", "config": {}}]}""", "external_data_tools[0].variable")]
    [InlineData("""{"external_data_tools": [{"variable": "a", "type": "sql", "config": {}}]}""", "external_data_tools[0].type")]
    [InlineData("""{"external_data_tools": [{"variable": "a", "type": "api"}]}""", "external_data_tools[0].config")]
    [InlineData(
        """{"user_input_form": [{"external_data_tool": {"variable": "a", "type": "api", "config": {}}}]}""",
        "user_input_form[0].external_data_tool.config.api_based_extension_id")]
    public void A_tool_that_asks_nobody_is_refused(string config, string path)
    {
        var refusal = Assert.Throws<FaultException>(
            () => AppConfigCheck.Check(System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(config), 10_000));
        Assert.Equal($"config.{path}", refusal.Fault.Field);
    }

    private static JsonObject Tool(string variable, Guid extension) => new()
    {
        ["enabled"] = true,
        ["variable"] = variable,
        ["label"] = variable,
        ["type"] = "api",
        ["config"] = new JsonObject { ["api_based_extension_id"] = extension },
    };
}
