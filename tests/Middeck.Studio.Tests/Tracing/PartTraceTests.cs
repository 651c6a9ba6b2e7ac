using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tracing;

public sealed class PartTraceTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task Each_part_that_takes_part_in_an_answer_leaves_its_step()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Says("""{"result": "sunny"}""");
        var app = await GivenPublishedAppAsync(new
        {
            sensitive_word_avoidance = new
            {
                enabled = true,
                type = "keywords",
                config = new { keywords = "bomb", inputs_config = new { enabled = true, preset_response = "No." } },
            },
            external_data_tools = new[]
            {
                new
                {
                    variable = "weather",
                    type = "api",
                    config = new { api_based_extension_id = await GivenExtensionAsync(server.Url) },
                },
            },
        });
        await CallAsync(HttpMethod.Put, $"/api/v1/apps/{app}/annotation-reply", new { enabled = true });

        var allowed = await StepsAsync(app, "How is it?");
        var refused = await StepsAsync(app, "a bomb");

        Assert.StartsWith("moderation keywords ", allowed[0], StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"passed\"", allowed[0], StringComparison.Ordinal);
        Assert.Equal("annotation Annotations ", allowed[1]);
        Assert.Equal("external_data weather \"sunny\"", allowed[2]);
        Assert.StartsWith("prompt ", allowed[3], StringComparison.Ordinal);
        Assert.Contains("\"verdict\":\"flagged\"", Assert.Single(refused), StringComparison.Ordinal);
    }

    private async Task<List<string>> StepsAsync(Guid app, string query)
    {
        var message = (Guid)(await AskAsync(app, query))[0]["message_id"]!;
        var trace = await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/messages/{message}/trace");
        return [.. trace!["steps"]!.AsArray().Select(
            step => $"{step!["kind"]} {step["title"]} {step["output"]?.ToJsonString()}")];
    }
}
