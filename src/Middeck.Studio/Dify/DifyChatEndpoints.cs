using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Agents;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Chat;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Dify;

internal static class DifyChatEndpoints
{
    public static void MapDifyChatEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat-messages", AskAsync).WithName("DifySendChatMessage").WithSummary("Ask the app")
            .Produces<DifyBlockingAnswer>().Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapPost("/chat-messages/{taskId}/stop", StopAsync).WithName("DifyStopChatMessage")
            .WithSummary("Stop an answer").AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync);
        routes.MapPost("/chat-messages/{taskId}/confirmations/{confirmationId}", ConfirmAsync).WithName("DifyConfirmTool")
            .WithSummary("Allow or refuse a tool that an answer waits for; not one of Dify's calls")
            .AddEndpointFilter(DifyModes.RefuseOthersThanChatAsync);
    }

    private static async Task<IResult> AskAsync(
        DifyChatRequest? body, DifyCaller caller, ChatRunner runner, SpeechService speech, HttpRequest http, CancellationToken cancellationToken)
    {
        var request = body ?? new DifyChatRequest();
        var isStreaming = DifyAnswers.IsStreaming(request.ResponseMode);
        var question = await ReadAsync(request, caller, cancellationToken);
        if (!isStreaming && AgentSettings.IsAgent(question.App))
        {
            throw DifyFaults.Invalid("response_mode", "Agent Chat App does not support blocking mode");
        }

        var run = await runner.StartAsync(question, cancellationToken);
        return await DifyAnswers.AnswerAsync(run, isStreaming, http, speech, cancellationToken);
    }

    private static Task<Ok<DifyResult>> StopAsync(
        string taskId,
        DifyUserRequest? body,
        DifyCaller caller,
        RunStopper stopper,
        CancellationToken cancellationToken)
        => DifyAnswers.StopAsync(taskId, body?.User, caller, stopper, cancellationToken);

    private static async Task<Ok<DifyResult>> ConfirmAsync(
        string taskId,
        string confirmationId,
        DifyConfirmation? body,
        DifyCaller caller,
        ConfirmationDesk desk,
        CancellationToken cancellationToken)
    {
        var name = DifyCaller.Name(body?.User, isNeeded: true);
        var allow = body?.Allow ?? throw DifyFaults.Missing("allow");
        if (body.Reason is { Length: > AnswerConfirmation.LongestReason })
        {
            throw DifyFaults.Invalid("reason", $"reason may have at most {AnswerConfirmation.LongestReason} characters.");
        }

        if (!Guid.TryParse(taskId, out var run) || !Guid.TryParse(confirmationId, out var id)
            || await caller.FindAsync(name, cancellationToken) is not { } person)
        {
            throw ConfirmationFaults.NotFound();
        }

        await desk.AnswerAsync(
            caller.WorkspaceId, caller.AppId, person, run, id,
            new AnswerConfirmation { Allow = allow, Reason = body.Reason, Always = body.Always ?? false }, cancellationToken);
        return TypedResults.Ok(DifyResult.Success);
    }

    private static async Task<ChatRequest> ReadAsync(
        DifyChatRequest request, DifyCaller caller, CancellationToken cancellationToken)
    {
        // The wrong address is told before what is wrong in the body.
        if (await caller.PublishedAsync(cancellationToken) is { } published)
        {
            DifyModes.EnsureChat(published);
        }

        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw DifyFaults.Missing("query");
        }

        var inputs = InputsOf(request.Inputs);
        var name = DifyCaller.Name(request.User, isNeeded: true);
        var conversation = DifyIds.Optional("conversation_id", request.ConversationId);
        var parent = DifyIds.Optional("parent_message_id", request.ParentMessageId);
        var app = await caller.AppAsync(cancellationToken);
        return new ChatRequest(
            app, ChatSource.Api, await caller.GetAsync(name, cancellationToken), name, caller.Caller.KeyId, request.Query,
            inputs, conversation, request.AutoGenerateName ?? true)
        {
            // Nothing but zeros is how Dify's own clients say "the latest".
            Parent = parent is { } id && id != Guid.Empty ? new MessageParent(id) : null,
            Files = request.Files ?? default(JsonElement),
        };
    }

    /// <summary>What was filled in.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>invalid_param</c>.</exception>
    internal static JsonElement InputsOf(JsonElement? inputs)
        => inputs is { ValueKind: JsonValueKind.Object } given
            ? given
            : throw (inputs is null
                ? DifyFaults.Missing("inputs")
                : DifyFaults.Invalid("inputs", "inputs must be an object."));
}
