using System.Globalization;
using System.Text.Json;
using Middeck.Core;
using Middeck.Http.Streaming;

namespace Middeck.Studio.Chat;

/// <summary>Writes a run's events in Dify's shapes, for its Service API and for the console alike.</summary>
internal static class ChatEvents
{
    /// <summary>Dify's stream: no event before the first text, no ids.</summary>
    public static SseFrame? ForApi(ChatRun run, RunEvent next)
        => Body(run, next) is { } body ? new SseFrame(JsonSerializer.Serialize(body, Json.Snake)) : null;

    /// <summary>The console's stream: begins with the passages, and each event has its sequence number.</summary>
    public static SseFrame ForConsole(ChatRun run, RunEvent next, int sequence)
    {
        var body = next is RunEvent.Started started
            ? new MessageStartEvent("message_start", run.Id, run.Id, run.ConversationId, started.Citations)
            : Body(run, next);
        return new SseFrame(
            JsonSerializer.Serialize(body, Json.Snake), Id: sequence.ToString(CultureInfo.InvariantCulture));
    }

    // As object, so that each is written with all its own members.
    private static object? Body(ChatRun run, RunEvent next)
    {
        var createdAt = run.CreatedAt.ToUnixTimeSeconds();
        return next switch
        {
            RunEvent.Delta delta => new MessageEvent(
                "message", run.Id, run.Id, run.Id, run.ConversationId, delta.Text, FromVariableSelector: null, createdAt),
            RunEvent.Ended ended => new MessageEndEvent(
                "message_end", run.Id, run.Id, run.Id, run.ConversationId, AnswerMetadata.Of(ended), Files: [], createdAt),
            RunEvent.Failed { Failure: var failure } => new ErrorEvent(
                "error", run.Id, run.Id, run.ConversationId, failure.Status, failure.Code, failure.Message, createdAt),
            _ => null,
        };
    }
}
