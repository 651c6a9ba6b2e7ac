using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Tests.Chat;

public sealed class AnswerFormatTests
{
    [Theory]
    [InlineData("""{"response_format": "json_object", "temperature": null}""", "{}")]
    [InlineData("""{"response_format": "JSON"}""", "{}")]
    [InlineData("""{"response_format": "json_schema", "json_schema": "{\"name\": \"a\", \"schema\": {\"type\": \"object\"}}"}""", """a {"type": "object"}""")]
    [InlineData("""{"response_format": "json_schema", "json_schema": {"type": "array"}}""", """ {"type": "array"}""")]
    [InlineData("""{"response_format": "json_schema", "json_schema": "not JSON"}""", "{}")]
    [InlineData("""{"response_format": "text"}""", null)]
    [InlineData("""{"json_schema": "{}"}""", null)]
    public void A_model_is_asked_for_JSON_in_every_form_that_apps_write_it(string settings, string? format)
    {
        var options = ModelSettings.Read(JsonSerializer.Deserialize<JsonElement>(settings));

        Assert.Equal(format, options.ResponseFormat is ChatResponseFormatJson json
            ? json.Schema is { } schema ? $"{json.SchemaName} {schema.GetRawText()}" : "{}"
            : null);
        Assert.Null(options.AdditionalProperties);
    }

    [Fact]
    public void An_object_of_the_providers_own_and_a_single_stop_go_along()
    {
        var options = ModelSettings.Read(JsonSerializer.Deserialize<JsonElement>(
            """{"response_format": {"type": "grammar"}, "stop": "END", "enable_thinking": false}"""));

        Assert.Equal(["END"], options.StopSequences);
        Assert.Equal(["response_format", "enable_thinking"], options.AdditionalProperties!.Keys.OrderDescending());
    }
}
