using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Studio.Tests.Channels;

/// <summary>A program or a chat platform on a port of its own, which answers each path as the test says.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Func<Call, HttpContext, Task>> _answers = new();
    private readonly System.Threading.Channels.Channel<Call> _calls = System.Threading.Channels.Channel.CreateUnbounded<Call>();

    private ScriptedServer(WebApplication app) => _app = app;

    /// <summary>By a name that the host's allow-list holds.</summary>
    public string Url => LoopbackUrl.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string LoopbackUrl => _app.Urls.Single();

    /// <summary>All calls, in order.</summary>
    public ConcurrentQueue<Call> All { get; } = new();

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        var server = new ScriptedServer(builder.Build());
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Answers a path by JSON.</summary>
    public void On(string path, string json, int status = 200) => On(path, (_, context) =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(json);
    });

    public void On(string path, Func<Call, HttpContext, Task> answer) => _answers[path] = answer;

    /// <summary>The next call of a path; others before it are passed over.</summary>
    public async Task<Call> NextAsync(string path)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var call = await _calls.Reader.ReadAsync(patience.Token);
            if (call.Path == path)
            {
                return call;
            }
        }
    }

    public int CountOf(string path) => All.Count(call => call.Path == path);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var call = new Call(
            context.Request.Path,
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
        All.Enqueue(call);
        if (_answers.TryGetValue(call.Path, out var answer))
        {
            await answer(call, context);
        }
        else
        {
            context.Response.StatusCode = 404;
        }

        _calls.Writer.TryWrite(call);
    }
}
