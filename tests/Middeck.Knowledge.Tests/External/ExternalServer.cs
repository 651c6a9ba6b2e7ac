using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Middeck.Knowledge.Tests.External;

/// <summary>Somebody else's knowledge behind Dify's external knowledge API on a real port.</summary>
public sealed class ExternalServer : IAsyncLifetime
{
    public const string Key = "sk-external-secret";

    private WebApplication? _app;

    public string Url => _app!.Urls.Single();

    public ConcurrentQueue<JsonElement> Asked { get; } = new();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/kb/retrieval", Answer);
        await _app.StartAsync();
    }

    public async Task DisposeAsync() => await _app!.DisposeAsync();

    private IResult Answer(HttpRequest request, JsonElement body)
    {
        Asked.Enqueue(body);
        if (request.Headers.Authorization != $"Bearer {Key}")
        {
            return Error(403, 1002, "Authorization failed");
        }

        return body.GetProperty("knowledge_id").GetString() switch
        {
            "fire" => Results.Json(new
            {
                records = new[]
                {
                    new { content = "Exits of theirs are 2 m wide.", score = 0.83, title = "theirs.pdf", metadata = new { path = "s3://x" } },
                    new { content = "Something weak.", score = 0.01, title = "theirs.pdf", metadata = new { path = "s3://y" } },
                },
            }),
            "garbage" => Results.Text("<html>", "text/html"),
            "broken" => Results.StatusCode(500),
            _ => Error(404, 2001, "The knowledge does not exist"),
        };
    }

    private static IResult Error(int status, int code, string message)
        => Results.Json(new { error_code = code, error_msg = message }, statusCode: status);
}
