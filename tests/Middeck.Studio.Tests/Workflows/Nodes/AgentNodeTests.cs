using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Events;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class AgentNodeTests(PostgresFixture postgres) : GraphTest(postgres)
{
    [Fact]
    public async Task The_model_calls_tools_until_it_answers_and_every_step_is_told()
    {
        Host.Models.Script = new AgentScript()
            .CallsBoth(("eval_expression", new { expression = "6 * 7" }), ("bar_chart", new { data = "1;2" }))
            .Calls("nothing")
            .Says("It is 42.").AnswerAsync;

        var events = await EventsOfNodeAsync(
            Node("function_calling", Tool("maths", "eval_expression"), Tool("chart", "bar_chart", new JsonObject
            {
                ["x_axis"] = new JsonObject { ["auto"] = 0, ["value"] = new JsonObject { ["type"] = "mixed", ["value"] = "{{#start.names#}}" } },
                ["title"] = new JsonObject { ["auto"] = 1, ["value"] = null },
            })),
            new() { ["names"] = Segment.Of("a;b"), ["n"] = Segment.Of(6) });

        var record = events.OfType<NodeFinished>().Single(node => node.Execution.Node.Id == "node").Record;
        Assert.True(record.Status == NodeStatus.Succeeded, record.Result.Error);
        Assert.Equal("It is 42.", record.Result.Outputs["text"].Text);
        Assert.EndsWith(".svg", Assert.Single(record.Result.Outputs["files"].Items).File!.Name, StringComparison.Ordinal);
        Assert.Equal("30", record.Result.Outputs["usage"].Fields["total_tokens"].ToJson());
        Assert.Equal(30, record.Result.Usage.TotalTokens);

        var log = record.Result.Metadata["agent_log"].Items.Select(entry => entry.Fields).ToList();
        Assert.Equal(log.Count, record.Result.Outputs["json"].Items.Count);
        Assert.Equal(
            ["ROUND 1", "mock/thinker Thought", "CALL eval_expression", "CALL bar_chart", "ROUND 2", "mock/thinker Thought", "CALL nothing", "ROUND 3", "mock/thinker Thought"],
            log.Select(entry => entry["label"].Text));
        Assert.All(log, entry => Assert.Equal(entry["label"].Text!.StartsWith("ROUND", StringComparison.Ordinal), entry["parent_id"].IsNone));
        Assert.Equal(["CALL nothing"], log.Where(entry => entry["status"].Text == "error").Select(entry => entry["label"].Text));
        Assert.Equal("42", log[2]["data"].Fields["output"].Text![..2]);
        Assert.Equal(18, events.OfType<AgentLogged>().Count());

        var (caller, told, options) = Host.Models.Calls.First();
        Assert.Equal(RunId, caller.RunId);
        Assert.Equal("Be short.|What is 6 times 7?", string.Join('|', told.Select(message => message.Text)));
        Assert.Equal(0.25f, options!.Temperature);
        // What the author has filled in is not the model's to choose.
        Assert.DoesNotContain("x_axis", ((AIFunctionDeclaration)options.Tools![1]).JsonSchema.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_without_functions_is_asked_in_writing()
    {
        var asked = 0;
        var script = new AgentScript().Says("Thought: compute\nAction: eval_expression\nAction Input: {\"expression\": \"2 + 3\"}").Says("Thought: done\nFinal Answer: five");
        Host.Models.Script = (messages, token) => asked++ == 0
            ? throw new FaultException(new Fault(FaultKind.Upstream, "models.upstream_rejected", "No.", Extensions: new Dictionary<string, object?>
            {
                ["upstream_status"] = 400,
                ["upstream_message"] = "tools are not supported",
            }))
            : script.AnswerAsync(messages, token);

        var record = await RunNodeAsync(Node("function_calling", Tool("maths", "eval_expression")), new() { ["n"] = Segment.Of(6) });

        Assert.Equal("five", record.Result.Outputs["text"].Text);
        Assert.Contains("Observation: ", Host.Models.Calls.Last().Messages[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_end_where_the_author_says()
    {
        Host.Models.Script = new AgentScript().Calls("eval_expression", new { expression = "1" }).AnswerAsync;
        var node = Node("function_calling", Tool("maths", "eval_expression"));
        node["agent_parameters"]!["maximum_iterations"] = new JsonObject { ["type"] = "constant", ["value"] = 2 };

        await RunNodeAsync(node, new() { ["n"] = Segment.Of(6) });

        Assert.Equal([true, true, false], Host.Models.Calls.Select(call => call.Options!.Tools is { Count: > 0 }));
    }

    [Theory]
    [InlineData("TOD", "maths", null, "AgentStrategyNotFoundError", "The strategy 'TOD'")]
    [InlineData("react", "google", null, "ToolNotFoundError", "'eval_expression'")]
    [InlineData("react", "maths", "dify_agent", "AgentStrategyNotFoundError", "'dify_agent'")]
    [InlineData("react", "maths", "", "AgentInvocationError", "The key is wrong.")]
    public async Task What_cannot_run_fails_with_a_sentence(string strategy, string provider, string? kind, string error, string sentence)
    {
        Host.Models.Script = (_, _) => throw new FaultException(new Fault(FaultKind.Upstream, "models.upstream_rejected", "The key is wrong."));
        var node = Node(strategy, Tool(provider, "eval_expression"));
        node["agent_node_kind"] = kind;

        var record = await RunNodeAsync(node, new() { ["n"] = Segment.Of(6) });

        Assert.Equal((NodeStatus.Failed, error), (record.Status, record.Result.ErrorKind));
        Assert.Contains(sentence, record.Result.Error, StringComparison.Ordinal);
    }

    private static JsonObject Node(string strategy, params JsonObject[] tools) => new()
    {
        ["type"] = "agent",
        ["agent_strategy_provider_name"] = "langgenius/agent/agent",
        ["agent_strategy_name"] = strategy,
        ["agent_parameters"] = new JsonObject
        {
            ["model"] = new JsonObject
            {
                ["type"] = "constant",
                ["value"] = new JsonObject
                {
                    ["provider"] = "langgenius/mock/mock",
                    ["model"] = "thinker",
                    ["mode"] = "chat",
                    ["completion_params"] = new JsonObject { ["temperature"] = 0.25 },
                },
            },
            ["tools"] = new JsonObject { ["type"] = "constant", ["value"] = new JsonArray([.. tools]) },
            ["query"] = new JsonObject { ["type"] = "constant", ["value"] = "What is {{#start.n#}} times 7?" },
            ["instruction"] = "Be short.",
        },
    };

    private static JsonObject Tool(string provider, string name, JsonObject? parameters = null) => new()
    {
        ["enabled"] = true,
        ["type"] = "builtin",
        ["provider_name"] = $"langgenius/{provider}/{provider}",
        ["tool_name"] = name,
        ["parameters"] = parameters ?? [],
        ["settings"] = new JsonObject(),
    };
}
