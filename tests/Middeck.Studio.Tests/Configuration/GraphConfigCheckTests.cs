using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

public sealed class GraphConfigCheckTests
{
    private static readonly StudioOptions Limits = new() { MaxGraphBytes = 10_000 };

    [Theory]
    [InlineData("""{}""", "config.graph")]
    [InlineData("""{"graph": {"nodes": {}}}""", "config.graph.nodes")]
    [InlineData("""{"graph": {"nodes": [null]}}""", "config.graph.nodes[0]")]
    [InlineData("""{"graph": {"nodes": [{"id": "a", "data": []}]}}""", "config.graph.nodes[0].data")]
    [InlineData("""{"graph": {"nodes": [{"position": {"x": "left"}}]}}""", "config.graph.nodes[0].position.x")]
    [InlineData("""{"graph": {"nodes": [], "edges": [5]}}""", "config.graph.edges[0]")]
    [InlineData("""{"graph": {"nodes": []}, "features": []}""", "config.features")]
    [InlineData("""{"graph": {"nodes": []}, "features": {"suggested_questions": [1]}}""", "config.features.suggested_questions[0]")]
    [InlineData("""{"graph": {"nodes": []}, "features": {"file_upload": {"number_limits": 0}}}""", "config.features.file_upload.number_limits")]
    [InlineData("""{"graph": {"nodes": []}, "environment_variables": [{"name": "a b"}]}""", "config.environment_variables[0].name")]
    [InlineData("""{"graph": {"nodes": []}, "environment_variables": [{"name": "a"}, {"name": "a"}]}""", "config.environment_variables[1].name")]
    [InlineData("""{"graph": {"nodes": []}, "environment_variables": [{"name": "a", "value_type": "file"}]}""", "config.environment_variables[0].value_type")]
    [InlineData("""{"graph": {"nodes": []}, "environment_variables": [{"name": "a", "value_type": "number", "value": "x"}]}""", "config.environment_variables[0].value")]
    [InlineData("""{"graph": {"nodes": []}, "environment_variables": [{"name": "a", "value_type": "secret", "value": {}}]}""", "config.environment_variables[0].value")]
    [InlineData("""{"graph": {"nodes": []}, "conversation_variables": [{"name": "a", "value_type": "file"}]}""", "config.conversation_variables[0].value_type")]
    [InlineData("""{"graph": {"nodes": []}, "middeck": {"memory": {"turns": -1}}}""", "config.middeck.memory.turns")]
    public void A_wrong_value_is_named_by_its_path(string config, string path)
        => Assert.Equal(
            path, Assert.Throws<FaultException>(() => AppConfigCheck.Check(Parse(config), AppMode.Workflow, Limits)).Fault.Field);

    [Fact]
    public void The_limit_is_one_of_its_own()
    {
        string Config(int length) => $$$"""{"graph": {"nodes": [], "note": "{{{new string('a', length)}}}"}}""";

        AppConfigCheck.Check(Parse(Config(9_000)), AppMode.AdvancedChat, Limits);
        Assert.Equal(
            "apps.config_too_large",
            Assert.Throws<FaultException>(() => AppConfigCheck.Check(Parse(Config(10_000)), AppMode.AdvancedChat, Limits)).Fault.Code);
    }

    [Fact]
    public void What_is_not_used_may_have_any_form()
        => AppConfigCheck.Check(
            Parse("""
                {"graph": {"nodes": [{"type": "custom-note", "data": {"text": "…"}}, {"id": 7, "data": {"type": "of-tomorrow", "model": 5}}]},
                 "environment_variables": [{"name": "n", "value_type": "number", "value": ""}, {"name": "s", "value": "no type"}],
                 "rag_pipeline_variables": [], "features": {"file_upload": {}, "tomorrow": 1}}
                """),
            AppMode.Workflow,
            Limits);

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
