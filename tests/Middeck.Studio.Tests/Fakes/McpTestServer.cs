using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Middeck.Core.Identifiers;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>
/// An MCP server by the protocol's own library on a port of its own: Streamable HTTP without sessions, and HTTP with SSE as it was before
/// (protocol version 2024-11-05).
/// </summary>
internal sealed class McpTestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, SseResponseStreamTransport> _streams = new();

    private McpTestServer(WebApplication app) => _app = app;

    /// <summary>The values of <c>X-Team</c> and <c>Authorization</c> that it was shown.</summary>
    public ConcurrentQueue<(string Team, string Authorization)> Shown { get; } = new();

    public List<McpServerTool> Tools { get; } = [];

    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/mcp";

    public string SseUrl => Url.Replace("/mcp", "/sse", StringComparison.Ordinal);

    /// <summary>Streams that are open now.</summary>
    public int OpenStreams => _streams.Count;

    public static Task<McpTestServer> StartAsync(params McpServerTool[] tools) => StartAsync(static _ => { }, tools);

    /// <param name="prepare">Adds what stands before the server.</param>
    /// <param name="tools">What it offers.</param>
    public static async Task<McpTestServer> StartAsync(Action<WebApplication> prepare, params McpServerTool[] tools)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = new McpTestServer(builder.Build());
        server.Tools.AddRange(tools);
        prepare(server._app);
        server._app.MapPost("/mcp", server.HandleAsync);
        server._app.MapGet("/sse", server.StreamAsync);
        server._app.MapPost("/message", server.TakeAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private McpServerOptions Options => new()
    {
        ServerInfo = new Implementation { Name = "Weather office", Version = "1" },
        ServerInstructions = "Ask for cities.",
        ToolCollection = [.. Tools],
    };

    private void Note(HttpContext context)
        => Shown.Enqueue((context.Request.Headers["X-Team"].ToString(), context.Request.Headers.Authorization.ToString()));

    private async Task StreamAsync(HttpContext context)
    {
        Note(context);
        context.Response.ContentType = "text/event-stream";
        var session = Ids.New(TimeProvider.System).ToString("N");
        await using var transport = new SseResponseStreamTransport(context.Response.Body, $"/message?session={session}", session);
        _streams[session] = transport;
        var writing = transport.RunAsync(context.RequestAborted);
        await using var server = McpServer.Create(transport, Options);
        await server.RunAsync(context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _streams.TryRemove(session, out _);
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task TakeAsync(HttpContext context)
    {
        Note(context);
        var message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions);
        if (!_streams.TryGetValue(context.Request.Query["session"].ToString(), out var stream))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await stream.OnMessageReceivedAsync(message!, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private async Task HandleAsync(HttpContext context)
    {
        Note(context);
        var message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions);
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, Options);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var running = server.RunAsync(stop.Token);
        context.Response.ContentType = "text/event-stream";
        if (!await transport.HandlePostRequestAsync(message!, context.Response.Body, context.RequestAborted))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await stop.CancelAsync();
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
