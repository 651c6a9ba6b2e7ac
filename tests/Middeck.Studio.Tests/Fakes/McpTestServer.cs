using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>An MCP server by the protocol's own library, Streamable HTTP without sessions, on a port of its own.</summary>
internal sealed class McpTestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private McpTestServer(WebApplication app) => _app = app;

    /// <summary>The values of <c>X-Team</c> and <c>Authorization</c> that it was shown.</summary>
    public ConcurrentQueue<(string Team, string Authorization)> Shown { get; } = new();

    public List<McpServerTool> Tools { get; } = [];

    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal) + "/mcp";

    public static async Task<McpTestServer> StartAsync(params McpServerTool[] tools)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = new McpTestServer(builder.Build());
        server.Tools.AddRange(tools);
        server._app.MapPost("/mcp", server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        Shown.Enqueue((context.Request.Headers["X-Team"].ToString(), context.Request.Headers.Authorization.ToString()));
        var message = await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions);
        var options = new McpServerOptions
        {
            ServerInfo = new Implementation { Name = "Weather office", Version = "1" },
            ServerInstructions = "Ask for cities.",
            ToolCollection = [.. Tools],
        };
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, options);
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
