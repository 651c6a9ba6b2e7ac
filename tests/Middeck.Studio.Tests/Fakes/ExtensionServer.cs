using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A program that takes part in answers, on a port of its own.</summary>
internal sealed class ExtensionServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ExtensionServer(WebApplication app) => _app = app;

    /// <summary>What was asked: the bearer token and the body.</summary>
    public ConcurrentQueue<(string Authorization, JsonObject Body)> Asked { get; } = new();

    /// <summary>What it does with a question; by default it says pong.</summary>
    public Func<JsonObject, HttpContext, Task> Answer { get; set; } =
        (_, context) => context.Response.WriteAsync("""{"result": "pong"}""");

    /// <summary>By a name that the host's allow-list holds.</summary>
    public string Url => _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string LoopbackUrl => _app.Urls.Single();

    /// <summary>Done when it was asked for the first time.</summary>
    public Task WasAsked => _asked.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public static async Task<ExtensionServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = new ExtensionServer(builder.Build());
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers every question with the same text.</summary>
    public void Says(string text) => Answer = (_, context) => context.Response.WriteAsync(text);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var body = text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
        Asked.Enqueue((context.Request.Headers.Authorization.ToString(), body));
        _asked.TrySetResult();
        await Answer(body, context);
    }
}
