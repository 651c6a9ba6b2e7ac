using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Dify;

internal static class DifyChatEndpoints
{
    // Not JSON, and not a comment either: what Dify sends.
    private const string Ping = "event: ping\n\n";

    public static void MapDifyChatEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/chat-messages", AskAsync).WithName("DifySendChatMessage").WithSummary("Ask the app")
            .Produces<DifyBlockingAnswer>().Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapPost("/chat-messages/{taskId}/stop", StopAsync).WithName("DifyStopChatMessage")
            .WithSummary("Stop an answer");
    }

    private static async Task<IResult> AskAsync(
        DifyChatRequest? body, DifyCaller caller, ChatRunner runner, CancellationToken cancellationToken)
    {
        var request = body ?? new DifyChatRequest();
        var mode = request.ResponseMode is null or "" ? "blocking" : request.ResponseMode;
        if (mode is not ("blocking" or "streaming"))
        {
            throw DifyFaults.Invalid("response_mode", "response_mode must be streaming or blocking.");
        }

        var run = await runner.StartAsync(await ReadAsync(request, caller, cancellationToken), cancellationToken);
        if (mode == "streaming")
        {
            return new RunStreamResult(new RunFrames(run.Stream, 0, (next, _) => ChatEvents.ForApi(run, next)), Ping);
        }

        return await run.Stream.End.WaitAsync(cancellationToken) switch
        {
            RunEvent.Ended end => TypedResults.Ok(DifyBlockingAnswer.Of(run, end)),
            RunEvent.Failed { Failure: var failure } => TypedResults.Json(
                new DifyError(failure.Code, failure.Message, failure.Status, null), DifyJson.WithoutNulls,
                statusCode: failure.Status),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<Ok<DifyResult>> StopAsync(
        string taskId,
        DifyUserRequest? body,
        DifyCaller caller,
        RunStopper stopper,
        CancellationToken cancellationToken)
    {
        var name = DifyCaller.Name(body?.User, isNeeded: true);
        if (Guid.TryParse(taskId, out var id) && await caller.FindAsync(name, cancellationToken) is { } person)
        {
            await stopper.StopAsync(caller.WorkspaceId, caller.AppId, person, id, cancellationToken);
        }

        // Dify says so too when there is nothing to stop.
        return TypedResults.Ok(DifyResult.Success);
    }

    private static async Task<ChatRequest> ReadAsync(
        DifyChatRequest request, DifyCaller caller, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Query))
        {
            throw DifyFaults.Missing("query");
        }

        if (request.Inputs is not { ValueKind: JsonValueKind.Object } inputs)
        {
            throw request.Inputs is null
                ? DifyFaults.Missing("inputs")
                : DifyFaults.Invalid("inputs", "inputs must be an object.");
        }

        RefuseFiles(request.Files);
        var name = DifyCaller.Name(request.User, isNeeded: true);
        var conversation = DifyIds.Optional("conversation_id", request.ConversationId);
        var app = await caller.AppAsync(cancellationToken);
        return new ChatRequest(
            app, ChatSource.Api, await caller.GetAsync(name, cancellationToken), name, caller.Caller.KeyId, request.Query,
            inputs, conversation, request.AutoGenerateName ?? true);
    }

    private static void RefuseFiles(JsonElement? files)
    {
        if (files is null or { ValueKind: JsonValueKind.Null }
            || (files is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0))
        {
            return;
        }

        throw new FaultException(Fault.Invalid("dify.invalid_param", "File input is not enabled for this app.", "files"));
    }
}
