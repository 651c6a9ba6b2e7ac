using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Workflows.Nodes.Extract;
using Middeck.Studio.Workflows.Nodes.Llm;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

/// <summary>Providers that have neither functions nor schemas and say so.</summary>
[Collection(NodeCollection.Name)]
public sealed class UnableProviderTests
{
    private readonly NodeHost _host;
    private readonly ScriptedModels _models = new();
    private readonly NodeCatalog _nodes;

    public UnableProviderTests(NodeHost host)
    {
        _host = host;
        var options = host.Get<IOptions<StudioOptions>>();
        var talk = new ModelTalk(_models, _models, options, TimeProvider.System);
        _nodes = new NodeCatalog(
            [new LlmNode(talk, host.Get<LlmPromptWriter>()), new ExtractorNode(talk, host.Get<NodeQuestions>(), options)]);
        _models.Script = (_, _) => AnswerAsync(_models.Calls.Last().Options!);
    }

    [Fact]
    public async Task Parameters_are_asked_for_in_words()
    {
        var graph = NodeGraph.Of("parameter-extractor", new
        {
            model = NodeGraph.Script,
            query = new[] { "start", "text" },
            parameters = new[] { new { name = "city", type = "string", description = "Where", required = true } },
        });

        var run = await _host.RunAsync(_host.Request(graph, """{"text": "To Bath"}"""), _nodes);

        Assert.Equal(("\"Bath\"", "1"), (run.Output("n", "city"), run.Output("n", "__is_success")));
        Assert.Equal("{}", run.Result("n").ProcessData["function"].ToJson());
        AssertToldInWords();
    }

    [Fact]
    public async Task Structured_output_is_asked_for_in_words()
    {
        var graph = NodeGraph.Of("llm", new
        {
            model = NodeGraph.Script,
            prompt_template = new[] { new { role = "user", text = "Where?" } },
            structured_output_enabled = true,
            structured_output = new { schema = new { type = "object", properties = new { city = new { type = "string" } } } },
        });

        var run = await _host.RunAsync(_host.Request(graph), _nodes);

        Assert.Equal("""{"city":"Bath"}""", run.Output("n", "structured_output"));
        AssertToldInWords();
    }

    private static async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(ChatOptions options)
    {
        await Task.Yield();
        if (options.Tools is { Count: > 0 } || options.ResponseFormat is not null)
        {
            throw new FaultException(new Fault(
                FaultKind.Upstream, "models.upstream_rejected", "No.",
                Extensions: new Dictionary<string, object?>
                {
                    ["upstream_status"] = 400,
                    ["upstream_message"] = "This model supports neither tools nor response_format.",
                }));
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, """{"city": "Bath"}""") { FinishReason = ChatFinishReason.Stop };
    }

    private void AssertToldInWords()
    {
        Assert.Equal(2, _models.Calls.Count);
        var system = _models.Calls.Last().Messages[0];
        Assert.Equal(ChatRole.System, system.Role);
        Assert.Contains("JSON Schema", system.Text, StringComparison.Ordinal);
        Assert.Contains("\"city\"", system.Text, StringComparison.Ordinal);
    }
}
