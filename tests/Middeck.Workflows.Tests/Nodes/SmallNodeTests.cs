using Middeck.Workflows.Engine;
using Middeck.Workflows.Tests.Support;
using Middeck.Workflows.Values;

namespace Middeck.Workflows.Tests.Nodes;

public sealed class SmallNodeTests
{
    private readonly Play _play = new(FakeNode.Model());

    [Fact]
    public async Task An_aggregator_gives_the_first_variable_that_has_a_value()
    {
        var graph = new GraphBuilder().Start().If("if", "sys.query", "is", "a").Node("a", "llm").Node("b", "llm")
            .Node("first", "variable-aggregator", new { variables = new[] { new[] { "start", "nothing" }, ["a", "text"], ["b", "text"] } })
            .End("end", "x=first.output").Edges("start -> if", "if:true -> a", "if:false -> b", "a -> first", "b -> first", "first -> end").Build();

        Assert.Equal("\"a\"", (await _play.RunAsync(graph, """{"nothing": null}""", query: "a")).Output("x"));
        Assert.Equal("\"b\"", (await _play.RunAsync(graph, """{"nothing": null}""", query: "b")).Output("x"));
    }

    [Fact]
    public async Task A_grouped_aggregator_gives_an_object_for_each_group()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm")
            .Node("groups", "variable-aggregator", new
            {
                variables = new[] { new[] { "a", "text" } },
                advanced_settings = new
                {
                    group_enabled = true,
                    groups = new[]
                    {
                        new { group_name = "One", variables = new[] { new[] { "gone", "x" }, ["a", "text"] } },
                        new { group_name = "Two", variables = new[] { new[] { "gone", "x" } } },
                    },
                },
            })
            .End("end", "one=groups.One.output", "two=groups.Two.output").Answer("say", "{{#groups.One.output#}}")
            .Edges("start -> a", "a -> groups", "groups -> end", "groups -> say").Build();

        var log = await _play.RunAsync(graph);

        Assert.Equal(("\"a\"", "null"), (log.Output("one"), log.Output("two")));
        Assert.Equal("a", log.Record("say").Result.Outputs["answer"].Text);
    }

    [Fact]
    public async Task A_template_gets_its_variables_and_may_not_become_too_long()
    {
        var graph = new GraphBuilder().Start()
            .Node("t", "template-transform", new
            {
                template = "{{ q }} {{ none }}!",
                variables = new[]
                {
                    new { variable = "q", value_selector = new[] { "sys", "query" } },
                    new { variable = "none", value_selector = new[] { "gone", "x" } },
                },
            })
            .End("end", "x=t.output").Edges("start -> t", "t -> end").Build();

        Assert.Equal("\"hi !\"", (await _play.RunAsync(graph, query: "hi")).Output("x"));
        Assert.Equal(
            "The text has 5 characters; at most 4 are allowed.",
            (await new Play { Options = new() { MaxTemplateLength = 4 } }.RunAsync(graph, query: "abc")).Finished.Error);
    }

    [Fact]
    public async Task A_start_gives_the_inputs_and_the_variables_of_the_system()
    {
        var log = await _play.RunAsync(new GraphBuilder().Start().Build(), """{"name": "Ann"}""", query: "hi");

        Assert.Equal("""{"name":"Ann","sys.query":"hi"}""", Segment.Of(log.Record("start").Result.Outputs).ToJson());
    }

    [Fact]
    public async Task Secrets_of_the_environment_can_be_used_in_texts()
    {
        var graph = new GraphBuilder().Start().Node("a", "llm", new { says = "key={{#env.key#}}" }).End("end", "x=a.text").Edges("start -> a", "a -> end").Build();

        var log = await _play.RunAsync(Play.Of(graph) with { Environment = new Dictionary<string, Segment> { ["key"] = Segment.SecretOf("s3") } });

        Assert.Equal("\"key=s3\"", log.Output("x"));
    }

    [Fact]
    public async Task An_answer_keeps_the_files_that_it_shows()
    {
        var graph = new GraphBuilder().Start().Answer("one", "{{#start.a#}}").Answer("two", "{{#start.all#}}").Edges("start -> one", "one -> two").Build();
        const string File = """{"dify_model_identity":"__dify__file__","type":"image","transfer_method":"remote_url","filename":"NAME","url":"u"}""";

        var log = await _play.RunAsync(graph, $$"""{"a": {{File.Replace("NAME", "a")}}, "all": [{{File.Replace("NAME", "b")}}]}""");

        Assert.Equal("![a](u)![b](u)", log.Text);
        Assert.Equal(["a", "b"], log.Finished.Outputs["files"].Items.Select(item => item.File!.Name));
        Assert.Equal(RunStatus.Succeeded, log.Finished.Status);
    }
}
