using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Middeck.Core;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Chat;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Dify;

/// <summary>Answers calls that start a run, as a stream or in one piece, and those that stop one.</summary>
internal static class DifyAnswers
{
    /// <summary>What is sent while there is nothing to say: not JSON, and not a comment either, but what Dify sends.</summary>
    public const string Ping = "event: ping\n\n";

    /// <summary>Whether a stream is asked for.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>invalid_param</c>.</exception>
    public static bool IsStreaming(string? responseMode) => responseMode switch
    {
        null or "" or "blocking" => false,
        "streaming" => true,
        _ => throw DifyFaults.Invalid("response_mode", "response_mode must be streaming or blocking."),
    };

    /// <param name="run">The run.</param>
    /// <param name="isStreaming">Whether its events are sent as they come.</param>
    /// <param name="request">By which files' addresses are made whole.</param>
    /// <param name="speech">Reads the answer aloud where the app does so by itself.</param>
    /// <param name="cancellationToken">The caller's going away.</param>
    public static async Task<IResult> AnswerAsync(
        ChatRun run, bool isStreaming, HttpRequest request, SpeechService speech, CancellationToken cancellationToken)
    {
        if (isStreaming)
        {
            var (head, origin) = (run.Head, $"{request.Scheme}://{request.Host}");
            var frames = new RunFrames(run.Stream, default, (next, _) => ChatEvents.ForApi(head, next, origin));
            return new RunStreamResult(
                SpeechService.ReadsAloud(run.Request.App) ? DifySpokenAnswer.Follow(frames, run, speech, cancellationToken) : frames, Ping);
        }

        return await run.Stream.End.WaitAsync(cancellationToken) switch
        {
            RunEvent.Ended end => TypedResults.Ok(DifyBlockingAnswer.Of(run, end)),
            RunEvent.Failed { Failure: var failure } => TypedResults.Json(
                new DifyError(failure.Code, failure.Message, failure.Status, null), Json.SnakeWithoutNulls,
                statusCode: failure.Status),
            _ => throw new UnreachableException(),
        };
    }

    public static async Task<Ok<DifyResult>> StopAsync(
        string taskId, string? user, DifyCaller caller, RunStopper stopper, CancellationToken cancellationToken)
    {
        var name = DifyCaller.Name(user, isNeeded: true);
        if (Guid.TryParse(taskId, out var id) && await caller.FindAsync(name, cancellationToken) is { } person)
        {
            await stopper.StopAsync(caller.WorkspaceId, caller.AppId, person, id, cancellationToken);
        }

        // Dify says so too when there is nothing to stop.
        return TypedResults.Ok(DifyResult.Success);
    }
}
