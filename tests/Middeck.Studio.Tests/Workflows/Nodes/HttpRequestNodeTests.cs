using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Middeck.Studio.Tests.Fakes;
using Middeck.Testing;
using Middeck.Workflows.Engine;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Tests.Workflows.Nodes;

public sealed class HttpRequestNodeTests(PostgresFixture postgres) : GraphTest(postgres)
{
    private protected override void Configure(StudioOptions options) => options.HttpTextBytes = 2_000;

    [Fact]
    public async Task What_the_author_wrote_is_sent_and_no_secret_is_shown()
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsJsonAsync(new { ok = true }));
        Environment["KEY"] = Segment.SecretOf("s3cret/key");

        var record = await RunNodeAsync(
            new
            {
                type = "http-request",
                method = "post",
                url = $"{server.Url}/items/{{{{#start.id#}}}}?a=1",
                authorization = new { type = "api-key", config = new { type = "bearer", api_key = "{{#env.KEY#}}" } },
                headers = "X-Trace: t-{{#start.id#}}\nX-Token:{{#env.KEY#}}\n\n{{#start.more#}}",
                @params = "q:{{#sys.query#}}\nq:two\nkey:{{#env.KEY#}}",
                body = new
                {
                    type = "json",
                    data = new[] { new { key = "", type = "text", value = """{"question": "{{#sys.query#}}", "ids": {{#start.list#}}}""" } },
                },
            },
            new()
            {
                ["id"] = Segment.Of(7),
                ["more"] = Segment.Of("X-One: 1\nX-Two: 2"),
                ["list"] = Segment.Of([Segment.Of(1), Segment.Of(2)]),
            });

        Assert.Equal(NodeStatus.Succeeded, record.Status);
        Assert.Equal("200", Json(record, "status_code"));
        Assert.Equal("""{"ok":true}""", record.Result.Outputs["body"].Text);
        Assert.Equal("application/json; charset=utf-8", record.Result.Outputs["headers"].Fields["content-type"].Text);
        Assert.Empty(record.Result.Outputs["files"].Items);
        var asked = server.Last;
        Assert.Equal("POST", asked.Method);
        Assert.Equal("/items/7?a=1&q=%E4%BD%A0%E5%A5%BD%20%22world%22&q=two&key=s3cret%2Fkey", asked.Target);
        Assert.Equal("Bearer s3cret/key", asked.Headers["Authorization"]);
        Assert.Equal(("t-7", "1", "2"), (asked.Headers["X-Trace"], asked.Headers["X-One"], asked.Headers["X-Two"]));
        Assert.Equal($"{RunId}/node", asked.Headers["Idempotency-Key"]);
        Assert.StartsWith("application/json", asked.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"question": "你好 \"world\"", "ids": [1, 2]}"""), JsonNode.Parse(asked.Body)), asked.Body);
        var shown = record.Result.ProcessData["request"].Text!;
        Assert.StartsWith("POST /items/7?a=1&q=", shown, StringComparison.Ordinal);
        Assert.Contains("Authorization: ******\r\n", shown, StringComparison.Ordinal);
        Assert.Contains("\"question\"", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form-data", "name=\"note\"\r\n\r\nfor 7", "multipart/form-data; boundary=")]
    [InlineData("form-data", "name=\"paper\"; filename=\"报告.txt\"\r\n", "multipart/form-data; boundary=")]
    [InlineData("form-data", "\r\n\r\nText of the paper", "multipart/form-data; boundary=")]
    [InlineData("x-www-form-urlencoded", "note=for%207", "application/x-www-form-urlencoded")]
    [InlineData("raw-text", "for 7", "text/plain")]
    [InlineData("binary", "Text of the paper", "text/plain")]
    public async Task Bodies_of_every_kind_are_sent(string kind, string part, string type)
    {
        await using var server = await AskedServer.StartAsync(context => context.Response.WriteAsync("ok"));
        var file = new { key = "paper", type = "file", value = "", file = new[] { "start", "paper" } };
        var text = new { key = "note", type = "text", value = "for {{#start.id#}}", file = Array.Empty<string>() };

        var record = await RunNodeAsync(
            new
            {
                type = "http-request",
                method = "PUT",
                url = server.Url,
                body = new { type = kind, data = kind == "form-data" ? [text, file] : kind == "binary" ? new[] { file } : [text] },
            },
            new() { ["id"] = Segment.Of(7), ["paper"] = await GivenFileAsync("报告.txt", "Text of the paper") });

        Assert.True(record.Status == NodeStatus.Succeeded, record.Result.Error);
        Assert.Contains(part, server.Last.Body, StringComparison.Ordinal);
        Assert.StartsWith(type, server.Last.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Succeeded", 1)]
    [InlineData(true, "Failed", 3)]
    public async Task A_status_of_failure_is_one_only_where_the_author_says_what_follows(bool retries, string status, int times)
    {
        await using var server = await AskedServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return context.Response.WriteAsync("busy");
        });

        var record = await RunNodeAsync(new
        {
            type = "http-request",
            method = "get",
            url = server.Url,
            headers = "Idempotency-Key: mine",
            retry_config = new { retry_enabled = retries, max_retries = 2, retry_interval = 0 },
        });

        Assert.Equal(status, record.Status.ToString());
        Assert.Equal("busy", record.Result.Outputs["body"].Text);
        Assert.Equal(times, server.Asked.Count);
        Assert.All(server.Asked, asked => Assert.Equal("mine", asked.Headers["Idempotency-Key"]));
        if (retries)
        {
            Assert.Equal(
                ("HTTPResponseCodeError", "Request failed with status code 503"), (record.Result.ErrorKind, record.Result.Error));
        }
    }

    [Fact]
    public async Task A_file_that_a_server_sends_is_kept()
    {
        await using var server = await AskedServer.StartAsync(async context =>
        {
            context.Response.ContentType = "application/pdf";
            context.Response.Headers.ContentDisposition = "attachment; filename*=UTF-8''%E5%90%88%E5%90%8C.pdf";
            await context.Response.Body.WriteAsync("%PDF-1.7 \0\u0001"u8.ToArray());
        });

        var record = await RunNodeAsync(new { type = "http-request", method = "get", url = server.Url });

        Assert.Equal("", record.Result.Outputs["body"].Text);
        var file = Assert.Single(record.Result.Outputs["files"].Items).File!;
        Assert.Equal(("合同.pdf", ".pdf", "document", 11L), (file.Name, file.Extension, file.Type, file.Size));
        using var download = await Host.Client.GetAsync(file.Url);
        Assert.StartsWith("%PDF-1.7", await download.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirects_are_followed_and_a_key_is_shown_to_no_other_server()
    {
        await using var other = await AskedServer.StartAsync(context => context.Response.WriteAsync("found"));
        await using var server = await AskedServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/a" ? 307 : 303;
            context.Response.Headers.Location = context.Request.Path == "/a" ? "/b" : $"{other.Url}/c";
            return Task.CompletedTask;
        });

        var record = await RunNodeAsync(new
        {
            type = "http-request",
            method = "post",
            url = $"{server.Url}/a",
            authorization = new { type = "api-key", config = new { type = "custom", header = "X-Key", api_key = "abc" } },
            body = new { type = "raw-text", data = new[] { new { value = "again" } } },
        });

        Assert.Equal("found", record.Result.Outputs["body"].Text);
        Assert.All(server.Asked, asked => Assert.Equal(("POST", "again", "abc"), (asked.Method, asked.Body, asked.Headers["X-Key"])));
        Assert.Equal(2, server.Asked.Count);
        Assert.Equal(("GET", ""), (other.Last.Method, other.Last.Body));
        Assert.DoesNotContain("X-Key", other.Last.Headers.Keys);
    }

    [Theory]
    [InlineData("options", "{server}", "", "InvalidHttpMethodError", "Invalid http method options")]
    [InlineData("get", "", "", "InvalidURLError", "url is required")]
    [InlineData("get", "ftp://example.com", "", "InvalidURLError", "http or https")]
    [InlineData("get", "{loopback}", "", "HttpRequestNodeError", "outbound.private_address")]
    [InlineData("get", "{server}/away", "", "HttpRequestNodeError", "outbound.private_address")]
    [InlineData("get", "{server}/long", "", "ResponseSizeError", "Text size is too large")]
    [InlineData("get", "{server}/round", "", "HttpRequestNodeError", "more than 10 times")]
    [InlineData("get", "http://nowhere.invalid/", "", "HttpRequestNodeError", "cannot be reached")]
    [InlineData("get", "{server}", "Bad Name: x", "HttpRequestNodeError", "'Bad Name' cannot be sent")]
    [InlineData("get", "{server}", "X: {{#start.lines#}}", "HttpRequestNodeError", "'X' cannot be sent")]
    public async Task What_cannot_be_sent_or_taken_fails_with_a_sentence(
        string method, string url, string headers, string kind, string sentence)
    {
        AskedServer? server = null;
        server = await AskedServer.StartAsync(context =>
        {
            if (context.Request.Path == "/long")
            {
                return context.Response.WriteAsync(new string('x', 2_001));
            }

            context.Response.StatusCode = 302;
            context.Response.Headers.Location = context.Request.Path == "/away" ? server!.LoopbackUrl : "/round";
            return Task.CompletedTask;
        });
        await using var mine = server;

        var record = await RunNodeAsync(
            new
            {
                type = "http-request",
                method,
                url = url.Replace("{server}", server.Url, StringComparison.Ordinal)
                    .Replace("{loopback}", server.LoopbackUrl, StringComparison.Ordinal),
                headers,
            },
            new() { ["lines"] = Segment.Of("a\r\nInjected: b") });

        Assert.Equal(kind, record.Result.ErrorKind);
        Assert.Contains(sentence, record.Result.Error, StringComparison.Ordinal);
    }
}
