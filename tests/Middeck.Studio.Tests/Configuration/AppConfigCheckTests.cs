using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

public sealed class AppConfigCheckTests
{
    [Theory]
    [InlineData("""{"model": {"completion_params": {"temperature": 3}}}""", "config.model.completion_params.temperature")]
    [InlineData("""{"model": {"completion_params": {"temperature": "hot"}}}""", "config.model.completion_params.temperature")]
    [InlineData("""{"model": {"completion_params": {"max_tokens": 1.5}}}""", "config.model.completion_params.max_tokens")]
    [InlineData("""{"pre_prompt": 5}""", "config.pre_prompt")]
    [InlineData("""{"user_input_form": [{"select": {"variable": "a b"}}]}""", "config.user_input_form[0].select.variable")]
    [InlineData(
        """{"user_input_form": [{"number": {"variable": "a"}}, {"paragraph": {"variable": "a"}}]}""",
        "config.user_input_form[1].paragraph.variable")]
    [InlineData("""{"user_input_form": [{"text-input": {}}]}""", "config.user_input_form[0].text-input.variable")]
    [InlineData("""{"dataset_configs": {"top_k": 0}}""", "config.dataset_configs.top_k")]
    [InlineData("""{"dataset_configs": {"datasets": {"datasets": [5]}}}""", "config.dataset_configs.datasets.datasets[0]")]
    [InlineData("""{"suggested_questions": ["a", 1]}""", "config.suggested_questions[1]")]
    [InlineData("""{"retriever_resource": {"enabled": "yes"}}""", "config.retriever_resource.enabled")]
    [InlineData("""{"speech_to_text": {"enabled": 1}}""", "config.speech_to_text.enabled")]
    [InlineData("""{"text_to_speech": {"autoPlay": "yes"}}""", "config.text_to_speech.autoPlay")]
    [InlineData("""{"middeck": {"text_to_speech": {"model": 5}}}""", "config.middeck.text_to_speech.model")]
    [InlineData("""{"a": ["\u0000"]}""", "config")]
    [InlineData("""{"a": "\ud83d"}""", "config")]
    [InlineData("""[]""", "config")]
    public void A_wrong_value_is_named_by_its_path(string config, string path)
    {
        var refusal = Assert.Throws<FaultException>(() => AppConfigCheck.Check(Parse(config), 10_000));
        Assert.Equal(path, refusal.Fault.Field);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"model": null, "pre_prompt": null, "user_input_form": null, "dataset_configs": null}""")]
    [InlineData("""{"completion_prompt_config": 7, "file_upload": {"image": {"enabled": false}}, "stop": "\\u0000"}""")]
    [InlineData("""{"user_input_form": [{"file-list": {"variable": "f", "label": "F"}}, {"tomorrow": {"x": 1}}]}""")]
    [InlineData("""{"dataset_configs": {"datasets": {"datasets": [{"dataset": {"id": "encrypted=="}}]}}}""")]
    public void What_is_not_used_may_have_any_form(string config) => AppConfigCheck.Check(Parse(config), 10_000);

    [Fact]
    public void A_configuration_over_the_limit_is_refused()
        => Assert.Equal(
            "apps.config_too_large",
            Assert.Throws<FaultException>(
                () => AppConfigCheck.Check(Parse($$"""{"a": "{{new string('汉', 40)}}"}"""), 100)).Fault.Code);

    [Fact]
    public void A_configuration_is_read_as_the_DSL_means_it()
    {
        var config = AppConfig.Read(Parse("""
            {"model": {"provider": "langgenius/openai/openai", "name": "meta/llama:8b"},
             "dataset_configs": {"top_k": 3, "score_threshold": 0.4, "score_threshold_enabled": false, "datasets": {"datasets": [
                {"dataset": {"id": "0197a000-0000-7000-8000-000000000001", "enabled": true}},
                {"dataset": {"id": "0197a000-0000-7000-8000-000000000002", "enabled": false}},
                {"dataset": {"id": "bm90IGZvciB1cw=="}}]}},
             "user_input_form": [{"select": {"variable": "city", "options": ["北京", "上海"], "required": true}}]}
            """));

        Assert.Equal("openai/meta/llama:8b", config.Model);
        Assert.Equal([Guid.Parse("0197a000-0000-7000-8000-000000000001")], config.KnowledgeBaseIds);
        Assert.Equal(3, config.TopK);
        Assert.Null(config.ScoreThreshold);
        Assert.True(config.ShowCitations);
        Assert.Equal(InputFieldType.Select, Assert.Single(config.InputForm).Type);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
