using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Sites;

public sealed class BatchTests(PostgresFixture postgres) : SiteTest(postgres)
{
    private protected override void Configure(StudioOptions options) => options.BatchRows = 3;

    [Fact]
    public async Task A_table_comes_back_with_its_answers()
    {
        var (token, visitor) = await GivenTranslatorAsync();
        using (var template = await SendAsVisitorAsync(HttpMethod.Get, token, "batches/template", visitor))
        {
            Assert.Equal("text,language\r\n", await template.Content.ReadAsStringAsync());
        }

        // By its label, in another order, and with what may be left out.
        var batch = await UploadAsync(token, visitor, "language,Text\nChinese,hello\n,\"good, night\"\n", HttpStatusCode.Accepted);
        var id = (Guid)batch!["id"]!;
        Assert.Equal(("waiting", 2), ((string)batch["state"]!, (int)batch["total"]!));
        Assert.Equal("sites.batch_running", CodeOf(await UploadAsync(token, visitor, "text\nmore\n", HttpStatusCode.Conflict)));
        await Host.Jobs.RunAsync();

        var detail = await VisitAsync(HttpMethod.Get, token, $"batches/{id}", visitor);
        Assert.Equal(("succeeded", 2), ((string)detail!["batch"]!["state"]!, (int)detail["batch"]!["succeeded"]!));
        using var result = await SendAsVisitorAsync(HttpMethod.Get, token, $"batches/{id}/result", visitor);
        Assert.Equal(
            "\uFEFFtext,language,answer,error\r\nhello,Chinese,You asked: Into Chinese: hello,\r\n"
                + "\"good, night\",,\"You asked: Into French: good, night\",\r\n",
            Encoding.UTF8.GetString(await result.Content.ReadAsByteArrayAsync()));
        await VisitAsync(HttpMethod.Delete, token, $"batches/{id}", visitor, expect: HttpStatusCode.NoContent);
        Assert.Empty((await VisitAsync(HttpMethod.Get, token, "batches", visitor))!["data"]!.AsArray());
    }

    [Theory]
    [InlineData("text,tone\nhello,warm\n", "sites.batch_columns")]
    [InlineData("language\nFrench\n", "sites.batch_columns")]
    [InlineData("", "sites.batch_columns")]
    [InlineData("text\n", "sites.batch_empty")]
    [InlineData("text\na\nb\nc\nd\n", "sites.batch_too_many_rows")]
    public async Task A_table_that_does_not_fit_is_refused_as_a_whole(string csv, string code)
    {
        var (token, visitor) = await GivenTranslatorAsync();

        Assert.Equal(code, CodeOf(await UploadAsync(token, visitor, csv, HttpStatusCode.BadRequest)));
        Assert.Empty((await VisitAsync(HttpMethod.Get, token, "batches", visitor))!["data"]!.AsArray());
    }

    [Fact]
    public async Task Each_line_at_fault_is_named_before_anything_is_run()
    {
        var (token, visitor) = await GivenTranslatorAsync();

        var problem = await UploadAsync(
            token, visitor, "text,language\nhello,French\n,Chinese\nhi,Klingon\n", HttpStatusCode.BadRequest);

        Assert.Equal("sites.batch_rows", CodeOf(problem));
        Assert.Equal([3, 4], problem!["rows"]!.AsArray().Select(row => (int)row!["row"]!));
        Assert.Contains("language must be one of", (string)problem["rows"]![1]!["reason"]!, StringComparison.Ordinal);
        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task After_a_crash_only_what_has_no_answer_is_asked()
    {
        var (token, visitor) = await GivenTranslatorAsync();
        var batch = await UploadAsync(token, visitor, "text\none\ntwo\n", HttpStatusCode.Accepted);
        var id = (Guid)batch!["id"]!;
        var asked = await AskAsVisitorAsync(token, visitor, "", new { inputs = new { text = "one" } });
        var message = (Guid)asked[0]["message_id"]!;
        await Host.Database.ExecuteAsync(
            $"UPDATE studio.batch_row SET state = 'running', message_id = {message} WHERE batch_id = {id} AND position = 1",
            CancellationToken.None);
        var before = Host.Models.Calls.Count;

        await Host.Jobs.RunAsync();

        Assert.Equal(before + 1, Host.Models.Calls.Count);
        Assert.Equal(2, (int)(await VisitAsync(HttpMethod.Get, token, $"batches/{id}", visitor))!["batch"]!["succeeded"]!);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_runs_no_more_and_is_its_visitors_own()
    {
        var (token, visitor) = await GivenTranslatorAsync();
        var id = (Guid)(await UploadAsync(token, visitor, "text\none\n", HttpStatusCode.Accepted))!["id"]!;
        var stranger = await ArriveAsync(token);
        foreach (var (method, path) in new[]
        {
            (HttpMethod.Get, ""), (HttpMethod.Get, "/result"), (HttpMethod.Post, "/cancel"), (HttpMethod.Delete, ""),
        })
        {
            await VisitAsync(method, token, $"batches/{id}{path}", stranger, expect: HttpStatusCode.NotFound);
        }

        await VisitAsync(HttpMethod.Post, token, $"batches/{id}/cancel", visitor, expect: HttpStatusCode.NoContent);
        await Host.Jobs.RunAsync();

        Assert.Equal("cancelled", (string?)(await VisitAsync(HttpMethod.Get, token, $"batches/{id}", visitor))!["batch"]!["state"]);
        Assert.Empty(Host.Models.Calls);
    }

    [Fact]
    public async Task The_lines_of_a_batch_count_for_the_day()
    {
        var (_, token) = await GivenPageAsync(new { requests_per_day = 2 }, await GivenCompletionAsync());
        var visitor = await ArriveAsync(token);

        await UploadAsync(token, visitor, "text\na\nb\nc\n", HttpStatusCode.TooManyRequests);
        await UploadAsync(token, visitor, "text\na\nb\n", HttpStatusCode.Accepted);
        await VisitAsync(
            HttpMethod.Post, token, "chat", visitor, new { inputs = new { text = "c" } }, HttpStatusCode.TooManyRequests);
    }

    private async Task<(string Token, string Visitor)> GivenTranslatorAsync()
    {
        var (_, token) = await GivenPageAsync(app: await GivenCompletionAsync());
        return (token, await ArriveAsync(token));
    }

    private async Task<JsonNode?> UploadAsync(string token, string visitor, string csv, HttpStatusCode expect)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv)), "file", "inputs.csv" } };
        using var response = await SendAsVisitorAsync(HttpMethod.Post, token, "batches", visitor, form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(expect == response.StatusCode, $"{(int)response.StatusCode} {text}");
        return JsonNode.Parse(text);
    }
}
