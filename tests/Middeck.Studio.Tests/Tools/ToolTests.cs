using System.Text;
using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Tests.Fakes;
using Middeck.Studio.Tools;
using Middeck.Testing;

namespace Middeck.Studio.Tests.Tools;

public sealed class ToolTests(PostgresFixture postgres) : StudioTest(postgres)
{
    [Fact]
    public async Task All_are_listed_with_what_a_form_needs()
    {
        var tools = (await CallAsync(HttpMethod.Get, "/api/v1/tools"))!["data"]!.AsArray();

        Assert.True(tools.Count >= 12);
        Assert.All(tools, tool =>
        {
            Assert.Equal("object", (string?)tool!["parameters"]!["type"]);
            Assert.NotEqual("", (string?)tool["label"]!["zh-CN"]);
            Assert.NotEqual("", (string?)tool["description"]!["en"]);
            Assert.Matches("^[a-z_]{1,64}$", (string?)tool["tool_name"]);
            Assert.Equal((string?)tool["tool_name"] == "send_mail", (bool)tool["needs_confirmation"]!);
        });
        Assert.Equal(tools.Count, tools.Select(tool => (string?)tool!["tool_name"]).Distinct().Count());
    }

    [Theory]
    [InlineData("builtin", "time", "current_time", "current_time")]
    [InlineData("plugin", "langgenius/time/time", "timezone_conversion", "timezone_conversion")]
    [InlineData("builtin", "jina", "jina_reader", "webscraper")]
    [InlineData("builtin", "json_process", "parse", "json_parse")]
    [InlineData("builtin", "", "web_reader", "webscraper")]
    [InlineData("builtin", "dalle", "dalle3", null)]
    [InlineData("api", "time", "current_time", null)]
    public async Task Names_of_exported_apps_lead_to_ours(string type, string provider, string name, string? ours)
        => Assert.Equal(ours, (await Host.Get<ToolCatalogue>().FindAsync(
            Workspace, new ToolReference(type, provider, name), CancellationToken.None))?.Info.Name);

    [Theory]
    [InlineData("time/current_time", """{"timezone": "Asia/Shanghai"}""", "(UTC+08:00)")]
    [InlineData("time/timezone_conversion", """{"current_time": "2026-07-01 08:00", "current_timezone": "Asia/Shanghai", "target_timezone": "Europe/Berlin"}""", "2026-07-01 02:00:00 Wednesday, Europe/Berlin (UTC+02:00)")]
    [InlineData("time/localtime_to_timestamp", """{"localtime": "2026-01-01 08:00:00", "timezone": "Asia/Shanghai"}""", "1767225600")]
    [InlineData("time/timestamp_to_localtime", """{"timestamp": "1767225600"}""", "2026-01-01 00:00:00 Thursday, UTC (UTC+00:00)")]
    [InlineData("json_process/json_parse", """{"content": {"items": [{"price": 3}, {"price": 5}]}, "json_filter": "$.items[*].price"}""", "[3,5]")]
    [InlineData("json_process/json_parse", """{"content": "{\"a\": {\"b c\": \"甲\"}}", "json_filter": "$..['b c']"}""", "甲")]
    [InlineData("json_process/json_parse", """{"content": "[1,2,3]", "json_filter": "/1"}""", "2")]
    [InlineData("json_process/json_parse", """{"content": "[1,2,3]", "json_filter": "$[-1]"}""", "3")]
    [InlineData("json_process/json_parse", """{"content": "{}", "json_filter": "a.b"}""", "Nothing stands at that path.")]
    [InlineData("json_process/json_insert", """{"content": "{\"a\": [1]}", "query": "$.a", "new_value": 2}""", """{"a":[1,2]}""")]
    [InlineData("json_process/json_insert", """{"content": "{\"a\": {}}", "query": "$.a.b", "new_value": "x"}""", """{"a":{"b":"x"}}""")]
    [InlineData("json_process/json_replace", """{"content": "[{\"p\": 1}, {\"p\": 2}]", "query": "$[*].p", "replace_value": null}""", """[{"p":null},{"p":null}]""")]
    [InlineData("json_process/json_delete", """{"content": "{\"a\": 1, \"b\": {\"a\": 2, \"c\": 3}}", "query": "$..a"}""", """{"b":{"c":3}}""")]
    [InlineData("json_process/json_delete", """{"content": "[1,2,3]", "query": "$[*]"}""", "[]")]
    public async Task They_answer(string tool, string arguments, string result)
        => Assert.EndsWith(result, (await InvokeAsync(tool, arguments)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("time/current_time", """{"timezone": "Mars/Olympus"}""", "not a time zone")]
    [InlineData("time/timezone_conversion", """{"current_time": "2026-03-29 02:30", "current_timezone": "Europe/Berlin", "target_timezone": "UTC"}""", "does not exist")]
    [InlineData("time/weekday", """{"year": 2026, "month": 2, "day": 30}""", "not a date")]
    [InlineData("time/timestamp_to_localtime", """{"timestamp": 99999999999999}""", "in seconds")]
    [InlineData("json_process/json_parse", """{"content": "{a", "json_filter": "$"}""", "must be JSON")]
    [InlineData("json_process/json_parse", """{"content": "{}", "json_filter": "$[?(@.a)]"}""", "cannot be read")]
    [InlineData("json_process/json_delete", """{"content": "{}", "query": "$"}""", "inside")]
    [InlineData("chart/bar_chart", """{"data": "1;x", "x_axis": "a;b"}""", "not a number")]
    [InlineData("chart/bar_chart", """{"data": "1;2", "x_axis": "a"}""", "each number needs one")]
    [InlineData("chart/pie_chart", """{"data": "-1;2", "categories": "a;b"}""", "none of them negative")]
    public async Task What_they_cannot_do_they_say(string tool, string arguments, string said)
        => Assert.Contains(
            said, (await Assert.ThrowsAsync<FaultException>(() => InvokeAsync(tool, arguments))).Fault.Detail, StringComparison.Ordinal);

    [Theory]
    [InlineData("bar_chart", """{"data": {"今年": [3, -5, 8], "去年 <b>": [1, 2, 3]}, "x_axis": ["一月", "二月", "三月"], "title": "销售 & 利润"}""", "去年 &lt;b&gt;")]
    [InlineData("line_chart", """{"data": [0, 0, 0], "x_axis": "a,b,c"}""", "polyline")]
    [InlineData("pie_chart", """{"data": "1", "categories": "全部"}""", "(100%)")]
    public async Task Charts_are_pictures_that_a_browser_can_read(string name, string arguments, string holds)
    {
        var file = Assert.Single((await InvokeAsync($"chart/{name}", arguments)).Files);

        var svg = Encoding.UTF8.GetString(file.Content.Span);
        Assert.Equal("svg", System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName);
        Assert.Contains(holds, svg, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_read_behind_its_redirects_in_its_own_letters_and_never_from_a_private_address()
    {
        await using var server = await ExtensionServer.StartAsync();
        server.Answer = (_, context) =>
        {
            if (context.Request.Path == "/old")
            {
                context.Response.Redirect("/new");
                return Task.CompletedTask;
            }

            if (context.Request.Path != "/new")
            {
                context.Response.StatusCode = 404;
                return Task.CompletedTask;
            }

            context.Response.ContentType = "text/html; charset=gbk";
            return context.Response.Body.WriteAsync(CodePagesEncodingProvider.Instance.GetEncoding("gbk")!.GetBytes("<p>年假</p>")).AsTask();
        };

        var read = await InvokeAsync("webscraper/webscraper", JsonSerializer.Serialize(new { url = $"{server.Url}/old" }));
        Assert.Contains("/new", read.Text, StringComparison.Ordinal);
        Assert.Contains("年假", read.Text, StringComparison.Ordinal);

        foreach (var (url, said) in new[]
        {
            ($"{server.Url}/none", "answered 404"),
            ($"{server.LoopbackUrl}/new", "private"),
            ("file:///etc/passwd", "no web address"),
            ("http://middeck.invalid/", "cannot be reached"),
        })
        {
            var refusal = await Assert.ThrowsAsync<FaultException>(
                () => InvokeAsync("webscraper/webscraper", JsonSerializer.Serialize(new { url })));
            Assert.Contains(said, refusal.Fault.Detail, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<ToolResult> InvokeAsync(string tool, string arguments)
    {
        var parts = tool.Split('/');
        var found = await Host.Get<ToolCatalogue>().FindAsync(
            Workspace, new ToolReference(ToolReference.Builtin, parts[0], parts[1]), CancellationToken.None);
        return await found!.InvokeAsync(
            new ToolContext(new ModelCaller(Workspace, "app"), Person: null), JsonSerializer.Deserialize<JsonElement>(arguments),
            CancellationToken.None);
    }
}
