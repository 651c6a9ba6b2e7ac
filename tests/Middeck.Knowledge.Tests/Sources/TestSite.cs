using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Knowledge.Tests.Sources;

/// <summary>A web site over real HTTP whose pages a test writes; what is not written is 404.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private WebApplication? _app;

    public ConcurrentDictionary<string, Func<HttpContext, Task>> Pages { get; } = new();

    public ConcurrentQueue<(string Path, int Status)> Requests { get; } = [];

    public string Address => _app!.Urls.Single();

    public static async Task<TestSite> StartAsync()
    {
        var site = new TestSite();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        site._app = builder.Build();
        site._app.Run(site.ServeAsync);
        await site._app.StartAsync();
        return site;
    }

    public void Html(string path, string title, string body, string head = "")
        => Send(path, "text/html; charset=utf-8", $"<html><head><title>{title}</title>{head}</head><body>{body}</body></html>");

    public void Send(string path, string type, string body) => Send(path, type, System.Text.Encoding.UTF8.GetBytes(body));

    public void Send(string path, string type, byte[] body)
        => Pages[path] = async context =>
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(body);
        };

    /// <summary>Answers 304 to who has it already.</summary>
    public void Tagged(string path, string etag, string html)
        => Pages[path] = async context =>
        {
            context.Response.Headers.ETag = etag;
            if (context.Request.Headers.IfNoneMatch == etag)
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(html);
        };

    public void Redirect(string path, string to)
        => Pages[path] = context =>
        {
            context.Response.Redirect(to);
            return Task.CompletedTask;
        };

    public void Status(string path, int status)
        => Pages[path] = context =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        };

    public Task StopAsync() => _app!.StopAsync();

    public async ValueTask DisposeAsync() => await _app!.DisposeAsync();

    private async Task ServeAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        if (Pages.TryGetValue(path, out var page))
        {
            await page(context);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        Requests.Enqueue((path, context.Response.StatusCode));
    }
}
