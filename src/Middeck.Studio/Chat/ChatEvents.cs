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

    /// <summary>The console's stream: begins with the passages, names the model, and each event has its sequence number.</summary>
    public static SseFrame ForConsole(ChatRun run, RunEvent next, int sequence)
    {
        object? body = next switch
        {
            RunEvent.Started started => new MessageStartEvent(
                "message_start", run.Id, run.Id, run.ConversationId, started.Citations),
            RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended) with { Model = run.Model }),
            RunEvent.Failed { Failure: var failure } => Error(run, failure) with { TraceId = failure.TraceId },
            _ => Body(run, next),
        };
        return new SseFrame(
            JsonSerializer.Serialize(body, Json.Snake), Id: sequence.ToString(CultureInfo.InvariantCulture));
    }

    // As object, so that each is written with all its own members.
    private static object? Body(ChatRun run, RunEvent next) => next switch
    {
        RunEvent.Delta delta => new MessageEvent(
            "message", run.Id, run.Id, run.Id, run.ConversationId, delta.Text, FromVariableSelector: null, CreatedAt(run)),
        RunEvent.Replaced replaced => new MessageReplaceEvent(
            "message_replace", run.Id, run.Id, run.Id, run.ConversationId, replaced.Text, "output_moderation", CreatedAt(run)),
        RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended)),
        RunEvent.Failed { Failure: var failure } => Error(run, failure),
        _ => null,
    };

    private static MessageEndEvent End(ChatRun run, AnswerMetadata metadata) => new(
        "message_end", run.Id, run.Id, run.Id, run.ConversationId, metadata, Files: [], CreatedAt(run));

    private static ErrorEvent Error(ChatRun run, RunFailure failure) => new(
        "error", run.Id, run.Id, run.ConversationId, failure.Status, failure.Code, failure.Message, CreatedAt(run));

    private static long CreatedAt(ChatRun run) => run.CreatedAt.ToUnixTimeSeconds();
}
