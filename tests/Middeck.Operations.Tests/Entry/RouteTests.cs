using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Middeck.Operations.Catalogue;

namespace Middeck.Operations.Tests.Entry;

/// <summary>Where requests go.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private readonly List<IAsyncDisposable> _started = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var started in Enumerable.Reverse(_started))
        {
            await started.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_service_is_reached_by_its_path_its_host_or_its_port_and_the_rest_is_the_platforms()
    {
        var port = LocalPort.Free();
        var kept = await BackendAsync("kept");
        var stripped = await BackendAsync("stripped");
        var entry = await EntryAsync(
            ChangingCatalogue.Service("kept", new ServiceRoute { Path = "/kept" }, kept),
            ChangingCatalogue.Service("stripped", new ServiceRoute { Path = "/stripped", StripPrefix = true }, stripped),
            ChangingCatalogue.Service("named", new ServiceRoute { Host = "dify.example.com" }, await BackendAsync("named")),
            ChangingCatalogue.Service("alone", new ServiceRoute { Port = port }, await BackendAsync("alone")));

        var byPath = await SaidAsync(await entry.GetAsync("/kept/a%20b?x=1"));
        var byStripped = await SaidAsync(await entry.GetAsync("/stripped/a?x=1"));
        var byHost = await SaidAsync(await entry.GetAsync("/api/v1/anything", ("Host", "Dify.example.com:7080")));
        using var onPort = entry.Client(new Uri($"http://127.0.0.1:{port}"));
        var byPort = await SaidAsync(await onPort.GetAsync("/v1/models"));
        using var slash = await entry.GetAsync("/stripped?x=1");
        using var beside = await entry.GetAsync("/keptaway");

        Assert.Equal(("kept", "/kept/a%20b?x=1", ""), (byPath["name"], byPath["path"], byPath["prefix"]));
        Assert.Equal((entry.Address.Authority, "127.0.0.1", "http"), (byPath["host"], byPath["for"], byPath["proto"]));
        Assert.Equal(("stripped", "/a?x=1", "/stripped"), (byStripped["name"], byStripped["path"], byStripped["prefix"]));
        Assert.Equal(("named", "/api/v1/anything"), (byHost["name"], byHost["path"]));
        Assert.Equal(("alone", "/v1/models"), (byPort["name"], byPort["path"]));
        Assert.Equal("/stripped/?x=1", slash.Headers.Location?.ToString());
        Assert.StartsWith("platform", await beside.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Web_sockets_go_through()
    {
        var echo = await BackendAsync("echo", async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            var buffer = new byte[100];
            var got = await socket.ReceiveAsync(buffer, context.RequestAborted);
            await socket.SendAsync(buffer.AsMemory(0, got.Count), WebSocketMessageType.Text, true, context.RequestAborted);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
        });
        var entry = await EntryAsync(ChangingCatalogue.Service("echo", new ServiceRoute { Path = "/echo" }, echo));
        using var socket = new ClientWebSocket();
        var buffer = new byte[100];

        await socket.ConnectAsync(new Uri($"ws://{entry.Address.Authority}/echo/"), CancellationToken.None);
        await socket.SendAsync("你好"u8.ToArray(), WebSocketMessageType.Text, true, CancellationToken.None);
        var got = await socket.ReceiveAsync(buffer, CancellationToken.None);

        Assert.Equal("你好", Encoding.UTF8.GetString(buffer, 0, got.Count));
    }

    [Fact]
    public async Task Events_come_one_by_one_also_to_those_who_read_compressed_answers()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stream = await BackendAsync("stream", context => TwoEventsAsync(context, "", go.Task));
        var entry = await EntryAsync(ChangingCatalogue.Service("stream", new ServiceRoute { Path = "/stream" }, stream));
        using var client = entry.Client(null, ("Accept-Encoding", "br, gzip"));

        using var answer = await client.GetAsync("/stream/", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync());
        var first = await reader.ReadLineAsync();
        go.SetResult();
        var rest = await reader.ReadToEndAsync();

        Assert.Equal("data: 1", first);
        Assert.Contains("data: 2", rest, StringComparison.Ordinal);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Sessions_stay_with_their_target()
    {
        var entry = await EntryAsync(ChangingCatalogue.Service(
            "two", new ServiceRoute { Path = "/two" }, await BackendAsync("a"), await BackendAsync("b")));
        using var first = await entry.GetAsync("/two/");
        var name = (await SaidAsync(first))["name"];
        var cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var others = new List<string>();

        for (var number = 0; number < 6; number++)
        {
            using var answer = await entry.GetAsync("/two/", ("Cookie", cookie));
            others.Add((await SaidAsync(answer))["name"]);
        }

        Assert.All(others, other => Assert.Equal(name, other));
        Assert.StartsWith(".middeck.two=", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_down_gets_a_page_in_the_readers_language_and_problem_details_for_programs()
    {
        var gone = await Backend.StartAsync("gone");
        var entry = await EntryAsync(ChangingCatalogue.Service("gone", new ServiceRoute { Path = "/gone" }, gone));
        await gone.DisposeAsync();

        using var page = await entry.GetAsync("/gone/", ("Accept", "text/html,*/*"), ("Accept-Language", "zh-CN,zh;q=0.9"));
        using var problem = await entry.GetAsync("/gone/", ("Accept", "application/json"));

        var html = await page.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        Assert.Contains("<html lang=\"zh-CN\">", html, StringComparison.Ordinal);
        Assert.Contains("<h1>服务无响应</h1>", html, StringComparison.Ordinal);
        Assert.Contains("The service does not answer", html, StringComparison.Ordinal);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        Assert.Equal("entry.service_down", (await JsonAsync(problem)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_request_goes_to_another_target_when_the_first_is_down_and_one_that_answers_badly_is_left_out()
    {
        var isIll = false;
        var ill = await BackendAsync("ill", context =>
        {
            context.Response.StatusCode = isIll && context.Request.Path == "/healthy" ? 503 : 200;
            return Backend.SayAsync(context, "ill");
        });
        var gone = await Backend.StartAsync("gone");
        var service = ChangingCatalogue.Service("three", new ServiceRoute { Path = "/three" }, ill, await BackendAsync("well"), gone) with
        {
            Health = new ServiceHealth { Http = new Uri("http://127.0.0.1/healthy?full=1"), Interval = TimeSpan.FromSeconds(5), Failures = 2 },
        };
        var entry = await EntryAsync(service);
        await gone.DisposeAsync();

        for (var number = 0; number < 6; number++)
        {
            using var answer = await entry.GetAsync("/three/");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        isIll = true;
        await Eventually.TrueAsync(
            () =>
            {
                entry.Clock.Advance(TimeSpan.FromSeconds(5));
                return NamesAsync(entry, 4).GetAwaiter().GetResult() is ["well"];
            },
            "only the target that works gets requests");
        isIll = false;
        await Eventually.TrueAsync(
            () =>
            {
                entry.Clock.Advance(TimeSpan.FromSeconds(5));
                return NamesAsync(entry, 8).GetAwaiter().GetResult().Contains("ill");
            },
            "the target that works again gets requests");
    }

    [Fact]
    public async Task A_target_that_is_taken_out_finishes_its_requests_and_a_broken_catalogue_changes_nothing()
    {
        var go = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var old = await BackendAsync("old", context => TwoEventsAsync(context, "old ", go.Task));
        var young = await BackendAsync("young");
        var entry = await EntryAsync(ChangingCatalogue.Service("moving", new ServiceRoute { Path = "/moving" }, old));
        using var client = entry.Client();
        using var open = await client.GetAsync("/moving/", HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await open.Content.ReadAsStreamAsync());
        await reader.ReadLineAsync();

        entry.Change(catalogue => catalogue.Set(
            ChangingCatalogue.Service("moving", new ServiceRoute { Path = "/moving" }, young),
            ChangingCatalogue.Service("new", new ServiceRoute { Path = "/new" }, young)));
        entry.Change(catalogue => catalogue.Break());
        var now = await SaidAsync(await entry.GetAsync("/moving/"));
        var added = await SaidAsync(await entry.GetAsync("/new/"));
        go.SetResult();

        Assert.Equal(("young", "young"), (now["name"], added["name"]));
        Assert.Contains("old 2", await reader.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_of_a_service_opens_and_closes_while_the_entry_runs()
    {
        var port = LocalPort.Free();
        var service = await BackendAsync("late");
        var entry = await EntryAsync();

        entry.Change(catalogue => catalogue.Set(ChangingCatalogue.Service("late", new ServiceRoute { Port = port }, service)));
        await Eventually.TrueAsync(() => LocalPort.IsOpen(port), "the port is open");
        entry.Change(catalogue => catalogue.Set());
        await Eventually.TrueAsync(() => !LocalPort.IsOpen(port), "the port is closed");
    }

    [Fact]
    public async Task A_body_over_the_routes_limit_is_refused_whether_or_not_it_says_its_length()
    {
        var entry = await EntryAsync(ChangingCatalogue.Service(
            "small", new ServiceRoute { Path = "/small", MaxBodyBytes = 1000 }, await BackendAsync("small")));
        using var client = entry.Client();
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/small/") { Content = new ByteArrayContent(new byte[2000]) };
        chunked.Headers.TransferEncodingChunked = true;

        using var fits = await client.PostAsync("/small/", new ByteArrayContent(new byte[1000]));
        using var named = await client.PostAsync("/small/", new ByteArrayContent(new byte[1001]));
        using var unnamed = await client.SendAsync(chunked);

        Assert.Equal("1000", (await SaidAsync(fits))["bytes"]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, named.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unnamed.StatusCode);
        Assert.Equal("request.too_large", (await JsonAsync(unnamed)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Texts_of_services_are_compressed()
    {
        var json = await BackendAsync("json", context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync($"[{new string(' ', 5000)}]");
        });
        var entry = await EntryAsync(ChangingCatalogue.Service("json", new ServiceRoute { Path = "/json" }, json));

        using var brotli = await entry.GetAsync("/json/", ("Accept-Encoding", "gzip, br"));
        using var gzip = await entry.GetAsync("/json/", ("Accept-Encoding", "gzip"));

        Assert.Equal("br", brotli.Content.Headers.ContentEncoding.Single());
        Assert.Equal("gzip", gzip.Content.Headers.ContentEncoding.Single());
        Assert.True((await gzip.Content.ReadAsByteArrayAsync()).Length < 500);
    }

    private static async Task TwoEventsAsync(HttpContext context, string prefix, Task go)
    {
        context.Response.ContentType = "text/event-stream";
        await context.Response.WriteAsync($"data: {prefix}1\n\n");
        await go;
        await context.Response.WriteAsync($"data: {prefix}2\n\n");
    }

    private static async Task<List<string>> NamesAsync(EntryHost entry, int requests)
    {
        var names = new HashSet<string>();
        for (var number = 0; number < requests; number++)
        {
            using var answer = await entry.GetAsync("/three/");
            names.Add((await SaidAsync(answer))["name"]);
        }

        return [.. names.Order(StringComparer.Ordinal)];
    }

    private static async Task<Dictionary<string, string>> SaidAsync(HttpResponseMessage answer)
        => JsonSerializer.Deserialize<Dictionary<string, string>>(await answer.Content.ReadAsStringAsync())!;

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
        => JsonElement.Parse(await answer.Content.ReadAsStringAsync());

    private async Task<Backend> BackendAsync(string name, RequestDelegate? answer = null)
    {
        var backend = await Backend.StartAsync(name, answer);
        _started.Add(backend);
        return backend;
    }

    private async Task<EntryHost> EntryAsync(params ServiceEntry[] services)
    {
        var entry = await EntryHost.StartAsync(new ChangingCatalogue(services));
        _started.Add(entry);
        return entry;
    }
}
