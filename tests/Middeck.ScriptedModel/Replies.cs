using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Middeck.ScriptedModel;

/// <summary>Whole answers.</summary>
internal static class Replies
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task JsonAsync(HttpContext context, object body)
        => context.Response.WriteAsJsonAsync(body, Options, context.RequestAborted);

    public static Task ErrorAsync(HttpContext context, int status, string message, string code)
    {
        context.Response.StatusCode = status;
        return JsonAsync(context, new { error = new { message, type = "scripted_error", param = (string?)null, code } });
    }

    public static async Task HtmlAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(
            "<!doctype html><title>Sign in</title><p>Please sign in to the hotel's network.</p>", context.RequestAborted);
    }
}
