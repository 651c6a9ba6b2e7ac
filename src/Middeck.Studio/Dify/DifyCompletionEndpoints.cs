using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Chat;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Dify;

internal static class DifyCompletionEndpoints
{
    public static void MapDifyCompletionEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/completion-messages", RunAsync).WithName("DifySendCompletionMessage")
            .WithSummary("Run the app once").Produces<DifyBlockingAnswer>()
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapPost("/completion-messages/{taskId}/stop", StopAsync).WithName("DifyStopCompletionMessage")
            .WithSummary("Stop a run");
    }

    private static async Task<IResult> RunAsync(
        DifyCompletionRequest? body, DifyCaller caller, ChatRunner runner, SpeechService speech, HttpRequest http,
        CancellationToken cancellationToken)
    {
        var request = body ?? new DifyCompletionRequest();
        if (await caller.PublishedAsync(cancellationToken) is { } published)
        {
            DifyModes.EnsureCompletion(published);
        }

        var isStreaming = DifyAnswers.IsStreaming(request.ResponseMode);
        var inputs = DifyChatEndpoints.InputsOf(request.Inputs);
        var name = DifyCaller.Name(request.User, isNeeded: true);
        var app = await caller.AppAsync(cancellationToken);
        var run = await runner.StartAsync(
            new ChatRequest(
                app, ChatSource.Api, await caller.GetAsync(name, cancellationToken), name, caller.Caller.KeyId,
                request.Query ?? "", inputs, ConversationId: null)
            {
                Files = request.Files ?? default(JsonElement),
            },
            cancellationToken);
        return await DifyAnswers.AnswerAsync(run, isStreaming, http, speech, cancellationToken);
    }

    private static async Task<Ok<DifyResult>> StopAsync(
        string taskId,
        DifyUserRequest? body,
        DifyCaller caller,
        RunStopper stopper,
        CancellationToken cancellationToken)
    {
        DifyModes.EnsureCompletion(await caller.AppAsync(cancellationToken));
        return await DifyAnswers.StopAsync(taskId, body?.User, caller, stopper, cancellationToken);
    }
}
