using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Middeck.ScriptedModel.Behaviours;

namespace Middeck.ScriptedModel;

/// <summary>The routes, the key and the record of what came.</summary>
internal static class ScriptedModelRoutes
{
    private static readonly string[] Models =
        ["echo", "script", "quote", "embed-small", "rerank-small", "whisper-scripted", "tts-scripted", "dall-e-scripted"];

    public static void MapScriptedModel(this IEndpointRouteBuilder routes, ScriptedModelState state)
    {
        routes.MapGet("/v1/models", context => IsAllowed(context)
            ? Replies.JsonAsync(context, new
            {
                @object = "list",
                data = Models.Select(name => new { id = name, @object = "model", created = 1_700_000_000, owned_by = "scripted" }),
            })
            : RefuseAsync(context));
        routes.MapPost("/v1/chat/completions", context => AnswerAsync(context, state, ChatBehaviour.AnswerAsync));
        routes.MapPost("/no-list/v1/chat/completions", context => AnswerAsync(context, state, ChatBehaviour.AnswerAsync));
        routes.MapPost("/v1/embeddings", context => AnswerAsync(context, state, EmbeddingBehaviour.AnswerAsync));
        routes.MapPost("/v1/rerank", context => AnswerAsync(context, state, RerankBehaviour.AnswerAsync));
        routes.MapPost("/v1/images/generations", context => AnswerAsync(context, state, ImageBehaviour.AnswerAsync));
        routes.MapPost("/v1/moderations", context => AnswerAsync(context, state, ModerationBehaviour.AnswerAsync));
        routes.MapPost("/v1/audio/transcriptions", context => AnswerAsync(context, state, AudioBehaviour.TranscribeAsync));
        routes.MapPost("/v1/audio/speech", context => AnswerAsync(context, state, AudioBehaviour.SpeakAsync));
    }

    private static async Task AnswerAsync(HttpContext context, ScriptedModelState state, Func<ScriptedCall, Task> answer)
    {
        if (!IsAllowed(context))
        {
            await RefuseAsync(context);
            return;
        }

        var body = await ReadAsync(context);
        var model = body.TryGetProperty("model", out var name) ? name.GetString() ?? "" : "";
        var request = new RecordedRequest(context.Request.Path, model, context.Request.Headers.Authorization, body);
        state.Record(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, state.Stopping);
        try
        {
            var call = new ScriptedCall(context, state, request, model[(model.LastIndexOf('/') + 1)..], stop.Token);
            if (!await FailureBehaviour.TryAnswerAsync(call))
            {
                await answer(call);
            }
        }
        catch (Exception ex) when (ex is OperationCanceledException or IOException)
        {
            // The caller hung up or the test is over.
        }
        finally
        {
            if (context.RequestAborted.IsCancellationRequested)
            {
                request.MarkAborted();
            }
        }
    }

    // A form as JSON: its fields, and of its file the name and the length.
    private static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            return body.RootElement.Clone();
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fields = form.ToDictionary(field => field.Key, field => (object)field.Value.ToString());
        fields["file_name"] = form.Files[0].FileName;
        fields["bytes"] = form.Files[0].Length;
        return JsonSerializer.SerializeToElement(fields, Replies.Options);
    }

    private static bool IsAllowed(HttpContext context)
        => context.Request.Headers.Authorization == $"Bearer {ScriptedModelServer.ApiKey}";

    // The real one quotes the key too, which is why nobody may pass its words on unread.
    private static Task RefuseAsync(HttpContext context) => Replies.ErrorAsync(
        context,
        StatusCodes.Status401Unauthorized,
        $"Incorrect API key provided: {context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)}. "
        + "You can find your API key at https://scripted.example/keys.",
        "invalid_api_key");
}
