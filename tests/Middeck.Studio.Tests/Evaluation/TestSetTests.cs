using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Evaluation;

public sealed class TestSetTests(PostgresFixture postgres) : EvaluationTest(postgres)
{
    [Fact]
    public async Task Cases_are_written_changed_and_deleted()
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);
        var one = await GivenCaseAsync(app, set, " How long? ", contains: "weeks");
        var path = $"/api/v1/apps/{app}/test-sets/{set}";

        await CallAsync(HttpMethod.Put, $"{path}/cases/{one}", new { question = "How long now?", note = "asked daily" });
        var listed = Assert.Single((await CallAsync(HttpMethod.Get, $"{path}/cases"))!["data"]!.AsArray())!;
        Assert.Equal(("How long now?", "asked daily"), ((string?)listed["question"], (string?)listed["note"]));
        Assert.Empty(listed["rules"]!.AsArray());
        await CallAsync(HttpMethod.Delete, $"{path}/cases/{one}", expect: HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Delete, $"{path}/cases/{one}", expect: HttpStatusCode.NotFound);
        Assert.Equal(0, (int)(await CallAsync(HttpMethod.Get, path))!["case_count"]!);
        await CallAsync(HttpMethod.Delete, path, expect: HttpStatusCode.NoContent);
        await CallAsync(HttpMethod.Get, path, expect: HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{"question": ""}""", "question")]
    [InlineData("""{"question": "a", "inputs": [1]}""", "inputs")]
    [InlineData("""{"question": "a", "rules": [{"kind": "contains", "value": "x"}, {"kind": "matches", "value": "("}]}""", "rules[1]")]
    [InlineData("""{"question": "a\u0000"}""", "question")]
    public async Task A_case_that_cannot_be_kept_names_its_fault(string body, string field)
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);
        var problem = await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/test-sets/{set}/cases", JsonNode.Parse(body), HttpStatusCode.BadRequest);
        Assert.Equal("evaluation.invalid", (string?)problem!["code"]);
        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task Cases_are_made_of_what_was_asked_with_the_annotation_as_what_should_be_answered()
    {
        var app = await GivenPublishedAppAsync();
        var set = await GivenSetAsync(app);
        var first = (string)(await AskAsync(app, "When?"))[0]["message_id"]!;
        var second = (string)(await AskAsync(app, "Where?"))[0]["message_id"]!;
        await CallAsync(
            HttpMethod.Post, $"/api/v1/apps/{app}/annotations", new { message_id = first, answer = "At noon." }, HttpStatusCode.Created);
        var path = $"/api/v1/apps/{app}/test-sets/{set}/cases";

        var added = await CallAsync(HttpMethod.Post, $"{path}/from-messages", new { message_ids = new[] { first, second } });

        Assert.Equal(2, (int)added!["added"]!);
        var cases = (await CallAsync(HttpMethod.Get, path))!["data"]!.AsArray();
        Assert.Equal(["Where?: You asked: Where?", "When?: At noon."], cases.Select(row => $"{row!["question"]}: {row["expected"]}"));
        await CallAsync(
            HttpMethod.Post, $"{path}/from-messages", new { message_ids = new[] { app } }, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_table_is_taken_in_as_a_whole()
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);
        const string Table = """"
            问题,期望答案,contains,input:city,rules
            几点开门？,八点,8,上海,
            "Who, then?",,,,"[{""kind"": ""max_length"", ""value"": ""40""}]"
            """";

        var (status, answer) = await ImportAsync(app, set, Table);

        Assert.Equal((HttpStatusCode.OK, 2), (status, (int)answer["added"]!));
        var cases = (await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/test-sets/{set}/cases"))!["data"]!.AsArray();
        Assert.Equal(("八点", "上海", "contains"), (
            (string?)cases[1]!["expected"], (string?)cases[1]!["inputs"]!["city"], (string?)cases[1]!["rules"]![0]!["kind"]));
        Assert.Equal("max_length", (string?)cases[0]!["rules"]![0]!["kind"]);
    }

    [Fact]
    public async Task A_bad_row_is_named_and_nothing_is_written()
    {
        var app = await GivenAppAsync();
        var set = await GivenSetAsync(app);

        var (status, rows) = await ImportAsync(
            app, set, "question,rules,inputs\ngood,,\n,,\nodd,[{],\nodd,,[1]\nodd,\"[{\"\"kind\"\": \"\"matches\"\", \"\"value\"\": \"\"(\"\"}]\",");
        var (_, columns) = await ImportAsync(app, set, "when,then\na,b");
        var (_, many) = await ImportAsync(app, set, "question\n" + string.Concat(Enumerable.Range(0, 2_001).Select(row => $"q{row}\n")));

        Assert.Equal((HttpStatusCode.BadRequest, "evaluation.import_rows"), (status, (string?)rows["code"]));
        Assert.Equal(
            [(3, "question is needed"), (4, "rules is no JSON list of rules such as [{\"kind\": \"contains\", \"value\": \"…\"}]"),
             (5, "inputs is no JSON object"), (6, "rules[0] value is no regular expression")],
            rows["faults"]!.AsArray().Select(fault => ((int)fault!["row"]!, (string)fault["reason"]!)));
        Assert.StartsWith("Row 3: question is needed. 3 more rows are at fault.", (string?)rows["detail"], StringComparison.Ordinal);
        Assert.Equal("evaluation.import_columns", (string?)columns["code"]);
        Assert.Equal("evaluation.import_too_many_rows", (string?)many["code"]);
        Assert.Equal(0, (int)(await CallAsync(HttpMethod.Get, $"/api/v1/apps/{app}/test-sets/{set}"))!["case_count"]!);
    }

    private async Task<(HttpStatusCode Status, JsonNode Answer)> ImportAsync(Guid app, Guid set, string table)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/apps/{app}/test-sets/{set}/import");
        request.Content = new StringContent(table, Encoding.UTF8, "text/csv");
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        using var response = await Host.Client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
