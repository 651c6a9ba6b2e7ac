using System.Text.Json;
using Middeck.Core;
using Middeck.Http.Streaming;
using Middeck.Studio.Agents;
using Middeck.Studio.Apps;
using Middeck.Studio.Dify;

namespace Middeck.Studio.Chat;

/// <summary>Writes a run's events in Dify's shapes, for its Service API and for the console alike.</summary>
internal static class ChatEvents
{
    /// <summary>Dify's stream: no event before the first text, no ids, and no conversation where there is none.</summary>
    /// <param name="run">The run.</param>
    /// <param name="next">What happened.</param>
    /// <param name="origin">What stands before the paths of files, such as <c>https://example.com</c>.</param>
    public static SseFrame? ForApi(RunHead run, RunEvent next, string origin)
        => next is RunEvent.Graph graph ? new SseFrame(graph.What.Body)
            : Body(run, next, AppMode.IsChat(run.Mode) ? run.ConversationId : null, origin) is { } body
                ? new SseFrame(JsonSerializer.Serialize(body, Json.Snake))
                : null;

    /// <summary>The console's stream: begins with the passages, names the model, and each event has its place.</summary>
    public static SseFrame ForConsole(RunHead run, RunEvent next, RunPlace place)
    {
        if (next is RunEvent.Graph graph)
        {
            return new SseFrame(graph.What.Body, Id: place.ToString());
        }

        object? body = next switch
        {
            RunEvent.Started started => new MessageStartEvent(
                "message_start", run.Id, run.Id, run.ConversationId, run.ParentId, started.Citations),
            RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended) with { Model = run.Model, Moderated = ended.IsModerated }, run.ConversationId),
            RunEvent.Failed { Failure: var failure }
                => Error(run, failure, run.ConversationId) with { TraceId = failure.TraceId },
            RunEvent.Stepped stepped
                => Thought(run, stepped.Step, run.ConversationId) with { Step = AgentStepView.Of(stepped.Step) },
            RunEvent.FileMade made => File(run, made, run.ConversationId, origin: "") with { File = made.File },
            _ => Body(run, next, run.ConversationId, origin: ""),
        };
        return new SseFrame(JsonSerializer.Serialize(body, Json.Snake), Id: place.ToString());
    }

    // As object, so that each is written with all its own members.
    private static object? Body(RunHead run, RunEvent next, Guid? conversationId, string origin) => next switch
    {
        RunEvent.Delta delta => new MessageEvent(
            run.Mode == AppMode.AgentChat ? "agent_message" : "message", run.Id, run.Id, run.Id, conversationId, delta.Text, FromVariableSelector: null, CreatedAt(run)),
        RunEvent.Replaced replaced => new MessageReplaceEvent(
            "message_replace", run.Id, run.Id, run.Id, conversationId, replaced.Text, "output_moderation", CreatedAt(run)),
        RunEvent.Ended ended => End(run, AnswerMetadata.Of(ended), conversationId),
        RunEvent.Failed { Failure: var failure } => Error(run, failure, conversationId),
        RunEvent.Stepped stepped => Thought(run, stepped.Step, conversationId),
        RunEvent.FileMade made => File(run, made, conversationId, origin),
        RunEvent.Confirming { Question: var asked } => new ToolConfirmationEvent(
            "tool_confirmation", run.Id, asked.Id, run.Id, conversationId, asked.StepId, asked.CallId, asked.Tool, asked.Label,
            asked.Icon, asked.Input, asked.Status, asked.Reason, asked.ExpiresAt),
        _ => null,
    };

    private static AgentThoughtEvent Thought(RunHead run, AgentStep step, Guid? conversationId)
    {
        var thought = DifyAgentThought.Of(run.Id, step);
        return new AgentThoughtEvent(
            "agent_thought", run.Id, step.Id, run.Id, conversationId, step.Position, thought.Thought, thought.Observation,
            thought.Tool, thought.ToolLabels, thought.ToolInput, thought.MessageFiles, thought.CreatedAt);
    }

    private static MessageFileEvent File(RunHead run, RunEvent.FileMade made, Guid? conversationId, string origin) => new(
        "message_file", run.Id, made.File.Id, run.Id, conversationId, made.File.Kind, "assistant", origin + made.File.Url);

    private static MessageEndEvent End(RunHead run, AnswerMetadata metadata, Guid? conversationId) => new(
        "message_end", run.Id, run.Id, run.Id, conversationId, metadata, Files: [], CreatedAt(run));

    private static ErrorEvent Error(RunHead run, RunFailure failure, Guid? conversationId) => new(
        "error", run.Id, run.Id, conversationId, failure.Status, failure.Code, failure.Message, CreatedAt(run));

    private static long CreatedAt(RunHead run) => run.CreatedAt.ToUnixTimeSeconds();
}
