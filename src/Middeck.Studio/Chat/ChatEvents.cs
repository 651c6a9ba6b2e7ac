using System.Text.Json;
using Middeck.Core;
using Middeck.Http.Streaming;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Chat;

/// <summary>Writes a run's events in Dify's shapes, for its Service API and for the console alike.</summary>
internal static class ChatEvents
{
    /// <summary>Dify's stream: no event before the first text, no ids, and no conversation where there is none.</summary>
    public static SseFrame? ForApi(RunHead run, RunEvent next)
        => Body(run, next, AppMode.IsChat(run.Mode) ? run.ConversationId : null) is { } body
            ? new SseFrame(JsonSerializer.Serialize(body, Json.Snake))
            : null;

    /// <summary>The console's stream: begins with the passages, names the model, and each event has its place.</summary>
    public static SseFrame ForConsole(RunHead run, RunEvent next, RunPlace place)
    {
        object? body = next switch
        {
            RunEvent.Started started => new MessageStartEvent(
                "message_start", run.Id, run.Id, run.ConversationId, run.ParentId, started.Citations),
            RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended) with { Model = run.Model, Moderated = ended.IsModerated }, run.ConversationId),
            RunEvent.Failed { Failure: var failure }
                => Error(run, failure, run.ConversationId) with { TraceId = failure.TraceId },
            _ => Body(run, next, run.ConversationId),
        };
        return new SseFrame(JsonSerializer.Serialize(body, Json.Snake), Id: place.ToString());
    }

    // As object, so that each is written with all its own members.
    private static object? Body(RunHead run, RunEvent next, Guid? conversationId) => next switch
    {
        RunEvent.Delta delta => new MessageEvent(
            "message", run.Id, run.Id, run.Id, conversationId, delta.Text, FromVariableSelector: null, CreatedAt(run)),
        RunEvent.Replaced replaced => new MessageReplaceEvent(
            "message_replace", run.Id, run.Id, run.Id, conversationId, replaced.Text, "output_moderation", CreatedAt(run)),
        RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended), conversationId),
        RunEvent.Failed { Failure: var failure } => Error(run, failure, conversationId),
        _ => null,
    };

    private static MessageEndEvent End(RunHead run, AnswerMetadata metadata, Guid? conversationId) => new(
        "message_end", run.Id, run.Id, run.Id, conversationId, metadata, Files: [], CreatedAt(run));

    private static ErrorEvent Error(RunHead run, RunFailure failure, Guid? conversationId) => new(
        "error", run.Id, run.Id, conversationId, failure.Status, failure.Code, failure.Message, CreatedAt(run));

    private static long CreatedAt(RunHead run) => run.CreatedAt.ToUnixTimeSeconds();
}
