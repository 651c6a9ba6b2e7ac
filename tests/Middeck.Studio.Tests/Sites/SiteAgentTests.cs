using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class SiteAgentTests(PostgresFixture postgres) : SiteTest(postgres)
{
    [Fact]
    public async Task A_visitor_is_asked_before_a_tool_is_called_and_sees_nothing_else_of_the_work()
    {
        Host.Models.Script = new AgentScript().Calls("eval_expression", new { expression = "6*7" }).Says("So it is.").AnswerAsync;
        var (_, token) = await GivenPageAsync(app: await GivenAgentAsync());
        var visitor = await ArriveAsync(token);

        using var response = await SendAsVisitorAsync(HttpMethod.Post, token, "chat", visitor, JsonContent.Create(new { query = "How much?" }));
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var (question, before) = await ReadUntilAsync(reader, "tool_confirmation");
        var path = $"chat/{question["task_id"]}/confirmations/{question["id"]}";
        await VisitAsync(HttpMethod.Post, token, path, await ArriveAsync(token), new { allow = true }, HttpStatusCode.NotFound);
        await VisitAsync(HttpMethod.Post, token, path, visitor, new { allow = true }, HttpStatusCode.NoContent);
        var (end, after) = await ReadUntilAsync(reader, "message_end");

        Assert.Equal("6*7", (string?)question["input"]!["expression"]);
        Assert.Equal("So it is.", TextOf([.. before, .. after]));
        Assert.DoesNotContain(before.Concat(after).Append(end), e => NameOf(e) == "agent_thought");
    }

    private async Task<Guid> GivenAgentAsync()
    {
        var config = new
        {
            model = new { provider = "mock", name = "thinker" },
            agent_mode = new
            {
                enabled = true,
                strategy = "function_call",
                tools = new[]
                {
                    new
                    {
                        provider_type = "builtin",
                        provider_id = "maths",
                        provider_name = "maths",
                        tool_name = "eval_expression",
                        tool_label = "eval_expression",
                        tool_parameters = new { },
                        enabled = true,
                        middeck = new { confirm = true },
                    },
                },
            },
        };
        var app = (Guid)(await CallAsync(
            HttpMethod.Post, "/api/v1/apps", new { name = "Agent", mode = "agent-chat", config }, HttpStatusCode.Created))!["id"]!;
        await CallAsync(HttpMethod.Post, $"/api/v1/apps/{app}/publish");
        return app;
    }

    private static async Task<(JsonObject Found, List<JsonObject> Before)> ReadUntilAsync(StreamReader reader, string name)
    {
        var before = new List<JsonObject>();
        while (await reader.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
            {
                continue;
            }

            var e = JsonNode.Parse(line[6..])!.AsObject();
            if (NameOf(e) == name)
            {
                return (e, before);
            }

            before.Add(e);
        }

        throw new InvalidOperationException($"The answer ended without {name}.");
    }
}
