using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Studio.Configuration;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Variables;

public sealed class ConversationVariableTests(PostgresFixture postgres) : StudioTest(postgres)
{
    private static readonly object Config = new
    {
        pre_prompt = "Answer in {{conversation.language}} ({{conversation.limits}}, {{conversation.nobody}}).",
        conversation_variables = new object[]
        {
            new { name = "language", value_type = "string", value = "English", description = "Of the answers" },
            new { name = "limits", value_type = "object", value = new { words = 5 } },
            new { name = "count", value_type = "integer" },
            new { name = "tags", value_type = "array[string]" },
        },
    };

    [Fact]
    public async Task Defaults_are_listed_and_stand_in_the_prompt()
    {
        var (key, conversation) = await GivenConversationAsync();

        var list = await CallWithKeyAsync(HttpMethod.Get, $"/v1/conversations/{conversation}/variables?user=u", key);

        Assert.Equal(
            """Answer in English ({"words":5}, {{conversation.nobody}}).""", Host.Models.Calls.Single().Messages[0].Text);
        Assert.Equal(
            ["language=English", """limits={"words": 5}""", "count=0", "tags=[]"],
            list!["data"]!.AsArray().Select(item => $"{item!["name"]}={item["value"]}"));
        Assert.Equal(
            ["id", "name", "value_type", "value", "description", "created_at", "updated_at"],
            list["data"]![0]!.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task A_value_that_is_set_holds_from_the_next_question_on()
    {
        var (key, conversation) = await GivenConversationAsync();
        var id = await IdAsync(key, conversation, "language");

        var saved = await CallWithKeyAsync(
            HttpMethod.Put, $"/v1/conversations/{conversation}/variables/{id}", key, new { value = "中文", user = "u" });
        await AskAsync(key, conversation);

        Assert.Equal("中文", (string?)saved!["value"]);
        Assert.StartsWith("Answer in 中文 (", Host.Models.Calls.Last().Messages[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_go_on_behind_the_last_id()
    {
        var (key, conversation) = await GivenConversationAsync();
        var path = $"/v1/conversations/{conversation}/variables?user=u";

        var first = await CallWithKeyAsync(HttpMethod.Get, $"{path}&limit=3", key);
        var rest = await CallWithKeyAsync(HttpMethod.Get, $"{path}&limit=3&last_id={first!["data"]![2]!["id"]}", key);

        Assert.True((bool)first["has_more"]!);
        Assert.Equal("tags", (string?)Assert.Single(rest!["data"]!.AsArray())!["name"]);
        Assert.Equal(
            "count", (string?)Assert.Single((await CallWithKeyAsync(
                HttpMethod.Get, $"{path}&variable_name=count", key))!["data"]!.AsArray())!["name"]);
        await CallWithKeyAsync(HttpMethod.Get, $"{path}&last_id={Ids.New(Clock)}", key, expect: HttpStatusCode.NotFound);
        await CallWithKeyAsync(HttpMethod.Get, $"{path}&limit=0", key, expect: HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("language", "5")]
    [InlineData("language", "null")]
    [InlineData("count", "1.5")]
    [InlineData("count", "\"1\"")]
    [InlineData("limits", "[]")]
    [InlineData("tags", "[\"a\", 1]")]
    [InlineData("tags", "{}")]
    [InlineData("language", "\"\\u0000\"")]
    public async Task A_value_of_another_type_is_refused(string name, string value)
    {
        var (key, conversation) = await GivenConversationAsync();
        var id = await IdAsync(key, conversation, name);

        var error = await CallWithKeyAsync(
            HttpMethod.Put, $"/v1/conversations/{conversation}/variables/{id}", key,
            new { value = JsonNode.Parse(value), user = "u" }, HttpStatusCode.BadRequest);

        Assert.Equal(value == "null" ? "invalid_param" : "bad_request", (string?)error!["code"]);
    }

    [Fact]
    public async Task A_value_that_is_too_large_is_refused()
    {
        var (key, conversation) = await GivenConversationAsync();
        var id = await IdAsync(key, conversation, "language");

        await CallWithKeyAsync(
            HttpMethod.Put, $"/v1/conversations/{conversation}/variables/{id}", key,
            new { value = new string('a', 210_000), user = "u" }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Somebody_elses_variables_are_not_there()
    {
        var (key, conversation) = await GivenConversationAsync();
        var id = await IdAsync(key, conversation, "language");
        await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key, new { query = "hi", inputs = new { }, user = "other" });

        await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/conversations/{conversation}/variables?user=other", key, expect: HttpStatusCode.NotFound);
        await CallWithKeyAsync(
            HttpMethod.Put, $"/v1/conversations/{conversation}/variables/{id}", key,
            new { value = "a", user = "other" }, HttpStatusCode.NotFound);
        var missing = await CallWithKeyAsync(
            HttpMethod.Put, $"/v1/conversations/{conversation}/variables/{Ids.New(Clock)}", key,
            new { value = "a", user = "u" }, HttpStatusCode.NotFound);
        Assert.Equal("Conversation Variable Not Exists.", (string?)missing!["message"]);
    }

    [Theory]
    [InlineData("""[{"name": "a", "value_type": "file"}]""", "[0].value_type")]
    [InlineData("""[{"name": "a", "value_type": "string", "value": 5}]""", "[0].value")]
    [InlineData("""[{"name": "a b", "value_type": "string"}]""", "[0].name")]
    [InlineData("""[{"name": "a", "value_type": "string"}, {"name": "a", "value_type": "number"}]""", "[1].name")]
    [InlineData("""[{"name": "a"}]""", "[0].value_type")]
    public void A_definition_that_cannot_hold_is_refused(string variables, string path)
    {
        var config = JsonSerializer.Deserialize<JsonElement>($$"""{"conversation_variables": {{variables}} }""");
        var refusal = Assert.Throws<FaultException>(() => AppConfigCheck.Check(config, 10_000));
        Assert.Equal($"config.conversation_variables{path}", refusal.Fault.Field);
    }

    private async Task<(string Key, Guid Conversation)> GivenConversationAsync()
    {
        var key = await GivenKeyAsync(await GivenPublishedAppAsync(Config));
        return (key, await AskAsync(key));
    }

    private async Task<Guid> AskAsync(string key, Guid? conversation = null)
        => (Guid)(await CallWithKeyAsync(
            HttpMethod.Post, "/v1/chat-messages", key,
            new { query = "hi", inputs = new { }, user = "u", conversation_id = conversation?.ToString() ?? "" }))!["conversation_id"]!;

    private async Task<Guid> IdAsync(string key, Guid conversation, string name)
        => (Guid)(await CallWithKeyAsync(
            HttpMethod.Get, $"/v1/conversations/{conversation}/variables?user=u&variable_name={name}", key))!["data"]![0]!["id"]!;
}
