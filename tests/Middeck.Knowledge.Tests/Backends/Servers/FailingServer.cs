using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>A server on a real port that answers everything as a test wants it.</summary>
public sealed class FailingServer : IAsyncLifetime
{
    private WebApplication? _app;

    public string Url => _app!.Urls.Single();

    public RequestDelegate Answer { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<string> Requests { get; } = new();

    public async Task InitializeAsync()
    {
        _app = LocalServer.Build();
        _app.Run(context =>
        {
            Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
            return Answer(context);
        });
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    /// <summary>An answer of any kind.</summary>
    public static RequestDelegate With(int status, string body, string type = "application/json") => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    };
}
