using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Middeck.Core.Identifiers;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Annotations;

public sealed class AnnotationTransferTests(PostgresFixture postgres) : AnnotationTest(postgres)
{
    private const string Table = "question,answer\nWhen?,\"Now, or \"\"later\"\".\nTwo lines.\"\n";

    public static TheoryData<string, byte[]> Encodings() => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes("问题,答案\n几点开门？,八点") },
        { "UTF-8 with a mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("问题,答案\r\n几点开门？,八点\r\n")] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("问题\t答案\n几点开门？\t八点")] },
        { "GBK", CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("\"问题\";\"答案\"\n几点开门？;八点") },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_table_is_read_in_whatever_way_it_was_saved(string encoding, byte[] file)
    {
        var app = await GivenAppAsync();

        var import = await ImportedAsync(app, file);

        Assert.True((string?)import["state"] == "succeeded", encoding);
        var item = Assert.Single(await ListAsync(app))!;
        Assert.Equal(("几点开门？", "八点"), ((string?)item["question"], (string?)item["answer"]));
    }

    [Fact]
    public async Task Quotes_and_lines_inside_of_cells_are_kept_and_come_out_again()
    {
        var app = await GivenAppAsync();
        await ImportedAsync(app, Encoding.UTF8.GetBytes(Table));
        Assert.Equal("Now, or \"later\".\nTwo lines.", (string?)(await ListAsync(app))[0]!["answer"]);

        using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations/export");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var other = await GivenAppAsync();
        await ImportedAsync(other, bytes);

        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("Now, or \"later\".\nTwo lines.", (string?)(await ListAsync(other))[0]!["answer"]);
    }

    [Fact]
    public async Task A_spreadsheet_finds_no_formula_in_an_export_and_an_import_takes_it_back()
    {
        var app = await GivenAppAsync();
        await GivenAnnotationAsync(app, "=HYPERLINK(\"http://a\")", "-1");

        using var response = await SendAsync(HttpMethod.Get, $"/api/v1/apps/{app}/annotations/export");
        var text = await response.Content.ReadAsStringAsync();
        var other = await GivenAppAsync();
        await ImportedAsync(other, Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF')));

        Assert.Contains("\"'=HYPERLINK(\"\"http://a\"\")\",'-1\r\n", text, StringComparison.Ordinal);
        var item = (await ListAsync(other))[0]!;
        Assert.Equal(("=HYPERLINK(\"http://a\")", "-1"), ((string?)item["question"], (string?)item["answer"]));
    }

    [Fact]
    public async Task Rows_that_cannot_be_kept_are_named_and_the_others_are_written()
    {
        var app = await GivenAppAsync();
        var file = $"question,answer,note\nWhen?,Now.,x\n,no question\nno answer\n{new string('a', 2_001)},a\nWho?,\"a\0\"\nHow?,So.";

        var import = await ImportedAsync(app, Encoding.UTF8.GetBytes(file));

        Assert.Equal(2, (int)import["written"]!);
        Assert.Equal(
            ["3: question is needed", "4: answer is needed", "5: question may have at most 2,000 characters",
             "6: answer holds a character that cannot be kept, such as NUL"],
            import["faults"]!.AsArray().Select(fault => $"{fault!["row"]}: {fault["reason"]}"));
        Assert.Equal(2, (await ListAsync(app)).Count);
    }

    [Theory]
    [InlineData("when,then\na,b", "annotations.import_columns")]
    [InlineData("question\na", "annotations.import_columns")]
    [InlineData("", "annotations.import_columns")]
    [InlineData("When?,Now.\nWho?,I.", "annotations.import_columns")]
    [InlineData("\"question,answer\na,b", "annotations.import_columns")]
    public async Task Wrong_columns_are_refused_and_nothing_is_written(string file, string code)
        => await RefusedAsync(Encoding.UTF8.GetBytes(file), HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
        => await RefusedAsync([0xFF, 0x80, 0x81, 0xFF, 0xFF], HttpStatusCode.BadRequest, "annotations.import_unreadable");

    [Fact]
    public async Task Too_many_rows_and_too_many_bytes_are_refused()
    {
        var rows = "question,answer\n" + string.Concat(Enumerable.Range(0, 10_001).Select(number => $"q{number},a\n"));
        await RefusedAsync(Encoding.UTF8.GetBytes(rows), HttpStatusCode.BadRequest, "annotations.import_too_many_rows");
        await RefusedAsync(new byte[(2 * 1024 * 1024) + 1], HttpStatusCode.RequestEntityTooLarge, "annotations.import_too_large");
    }

    [Fact]
    public async Task A_quote_that_nobody_closes_takes_nothing_of_the_platform_with_it()
    {
        var app = await GivenAppAsync();
        var file = "question,answer\nWhen?,\"Now" + string.Concat(Enumerable.Repeat("\nWho?,I.", 5_000));

        var import = await ImportedAsync(app, Encoding.UTF8.GetBytes(file));

        Assert.Equal(0, (int)import["written"]!);
        Assert.Equal("answer may have at most 20,000 characters", (string?)import["faults"]![0]!["reason"]);
    }

    [Fact]
    public async Task Ten_thousand_rows_are_written_in_steps()
    {
        var app = await GivenAnsweringAppAsync();
        var rows = "question,answer\n" + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"q{number},a{number}\n"));

        Host.Jobs.Reports.Clear();
        var import = await ImportedAsync(app, Encoding.UTF8.GetBytes(rows));

        Assert.Equal((10_000, "succeeded"), ((int)import["written"]!, (string?)import["state"]));
        Assert.Contains((0.05, "500/10000 annotations"), Host.Jobs.Reports);
        Assert.Equal("a77", TextOf(await AskAsync(app, "Q77?")));
        await RefusedAsync(Encoding.UTF8.GetBytes(rows + "more,a"), HttpStatusCode.BadRequest, "annotations.import_too_many_rows", app);
        await ImportedAsync(app, Encoding.UTF8.GetBytes(rows));
        await RefusedAsync(Encoding.UTF8.GetBytes("question,answer\na,b"), HttpStatusCode.Conflict, "annotations.too_many", app);
    }

    [Fact]
    public async Task What_an_import_would_do_is_told_before_anything_is_written()
    {
        var app = await GivenAppAsync();
        using var form = FormOf(Encoding.UTF8.GetBytes("question,answer\nWho?,Us\n,Nobody\n"));

        using var response = await PostAsync(app, form, "import/check");
        var found = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        await Host.Jobs.RunAsync();

        Assert.Equal((1, 1, 3), ((int)found["total"]!, (int)found["fault_count"]!, (int)found["faults"]![0]!["row"]!));
        Assert.Empty(await ListAsync(app));
    }

    [Fact]
    public async Task A_body_that_is_no_form_is_refused_and_a_plain_table_is_not()
    {
        var app = await GivenAppAsync();
        using var plain = new StringContent(Table, Encoding.UTF8, "text/csv");
        using var broken = new StringContent("--x\r\nnothing");
        broken.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");

        Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(app, plain)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(app, broken)).StatusCode);
        await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/annotations/imports/{Ids.New(Clock)}", expect: HttpStatusCode.NotFound);
    }

    private async Task<JsonNode> ImportedAsync(Guid app, byte[] file)
    {
        using var form = FormOf(file);
        using var response = await PostAsync(app, form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, text);
        await Host.Jobs.RunAsync();
        return (await CallAsync(
            HttpMethod.Get, $"/api/v1/apps/{app}/annotations/imports/{JsonNode.Parse(text)!["id"]}"))!;
    }

    private async Task RefusedAsync(byte[] file, HttpStatusCode status, string code, Guid? app = null)
    {
        var target = app ?? await GivenAppAsync();
        var before = (await ListAsync(target)).Count;
        using var form = FormOf(file);
        using var response = await PostAsync(target, form);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((status, code), (response.StatusCode, (string?)problem["code"]));
        await Host.Jobs.RunAsync();
        Assert.Equal(before, (await ListAsync(target)).Count);
    }

    private static MultipartFormDataContent FormOf(byte[] file)
        => new() { { new ByteArrayContent(file), "file", "annotations.csv" } };

    private async Task<HttpResponseMessage> PostAsync(Guid app, HttpContent content, string path = "import")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/apps/{app}/annotations/{path}") { Content = content };
        request.Headers.Add("X-User", User.ToString());
        request.Headers.Add("X-Workspace", Workspace.ToString());
        return await Host.Client.SendAsync(request);
    }
}
