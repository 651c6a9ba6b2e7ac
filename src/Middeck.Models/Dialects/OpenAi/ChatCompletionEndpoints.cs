using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.AI;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>OpenAI's chat completions and its list of models, for whoever the key opens.</summary>
internal static class ChatCompletionEndpoints
{
    public static void MapOpenAi(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1").WithTags("OpenAI").WithMetadata(new OpenAiEndpointMetadata())
            .RequirePermission(Permissions.Service.App);
        group.MapPost("/chat/completions", CompleteAsync).WithName("OpenAiChatCompletion").WithSummary("Ask in OpenAI's dialect")
            .Produces<ChatCompletion>().Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapGet("/models", ModelsAsync).WithName("OpenAiModels").WithSummary("List what can be asked")
            .Produces<ModelList>();
        group.MapGet("/models/{**id}", ModelAsync).WithName("OpenAiModel").WithSummary("Find what can be asked")
            .Produces<ModelList.Item>();
    }

    private static async Task<IResult> CompleteAsync(
        JsonElement body, CallerContext context, CallTargets targets, CancellationToken cancellationToken)
    {
        var call = ChatCallReader.Read(body);
        var stream = ChatCallReader.Flag(body, "stream");
        var includeUsage = body.TryGetProperty("stream_options", out var options)
            && ChatCallReader.Flag(options, "include_usage");
        var answer = await targets.For(context.Caller).ChatAsync(context.Caller, call, cancellationToken);
        return stream
            ? new SseResult(ChatChunks.Of(answer, includeUsage, cancellationToken))
            : TypedResults.Json(await WholeAsync(answer, cancellationToken), Json.SnakeWithoutNulls);
    }

    private static async Task<ChatCompletion> WholeAsync(ChatAnswer answer, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var contents = new List<AIContent>();
        UsageDetails? usage = null;
        var finish = ChatFinishReason.Stop;
        await foreach (var update in answer.Updates.WithCancellation(cancellationToken))
        {
            text.Append(update.Text);
            contents.AddRange(update.Contents);
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            finish = update.FinishReason ?? finish;
        }

        var message = new ChatCompletion.Text("assistant", text.ToString(), ChatCompletion.Of(contents));
        return ChatCompletion.Whole(answer, message, finish.Value, ChatCompletion.Of(usage));
    }

    private static async Task<IResult> ModelsAsync(
        CallerContext context, CallTargets targets, CancellationToken cancellationToken)
        => TypedResults.Ok(ModelList.Of(
            await targets.For(context.Caller).ModelsAsync(context.Caller, cancellationToken)));

    private static async Task<IResult> ModelAsync(
        string id, CallerContext context, CallTargets targets, CancellationToken cancellationToken)
    {
        var models = await targets.For(context.Caller).ModelsAsync(context.Caller, cancellationToken);
        return models.FirstOrDefault(model => model.Id == id) is { } found
            ? TypedResults.Ok(ModelList.Item.Of(found))
            : throw new FaultException(Fault.NotFound(
                "models.not_found", $"The model '{id}' does not exist or this key does not open it."));
    }
}
