using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Answering;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Agents;

/// <summary>Models that have functions in their API: the calls come beside the text, and several may come at once.</summary>
internal sealed class FunctionCallDialogue(
    IAgentStage stage, IReadOnlyList<ChatMessage> prompt, IChatClient client, AgentToolbox tools) : IAgentDialogue
{
    private const string LastWords =
        "No more tools can be called. Give your final answer now, from what you have found out; say what is missing.";

    private readonly List<ChatMessage> _messages = [.. prompt];

    /// <summary>Whether a provider says that the model has no functions.</summary>
    public static bool IsUnable(Fault fault) => ProviderRefusal.Names(fault, "tool", "function");

    public async Task<AgentMove> AskAsync(bool isLast)
    {
        var options = ModelSettings.Read(stage.CompletionParams);
        if (!isLast && tools.Tools.Count > 0)
        {
            options.Tools = [.. tools.Tools];
        }
        else if (isLast)
        {
            _messages.Add(new ChatMessage(ChatRole.User, LastWords));
        }

        var (text, thoughts) = (new StringBuilder(), new StringBuilder());
        var calls = new List<FunctionCallContent>();
        stage.BeginToListen();
        await foreach (var update in client.GetStreamingResponseAsync(_messages, options, stage.Token))
        {
            foreach (var content in update.Contents)
            {
                switch (content)
                {
                    case TextContent { Text.Length: > 0 } piece:
                        Write(piece.Text, isFirst: text.Length == 0);
                        text.Append(piece.Text);
                        break;
                    case TextReasoningContent thought:
                        thoughts.Append(thought.Text);
                        break;
                    case FunctionCallContent call when !isLast:
                        calls.Add(call);
                        break;
                    default:
                        break;
                }
            }

            stage.Hear(update);
        }

        var requests = Requests(calls);
        _messages.Add(Said(text.ToString(), requests));
        return new AgentMove(text.Length > 0 ? text.ToString() : thoughts.ToString(), requests);
    }

    public void Tell(IReadOnlyList<AgentObservation> observations)
        => _messages.AddRange(observations.Select(one => new ChatMessage(
            ChatRole.Tool, [new FunctionResultContent(one.Request.CallId, one.Text)])));

    // What was written before a call of a tool is a paragraph of its own.
    private void Write(string text, bool isFirst)
    {
        if (isFirst && stage.HasText)
        {
            stage.Write("\n\n");
        }

        stage.Write(text);
    }

    // Some providers number calls in each answer anew; results must find their own.
    private List<AgentRequest> Requests(List<FunctionCallContent> calls)
    {
        var taken = _messages.SelectMany(message => message.Contents.OfType<FunctionCallContent>())
            .Select(call => call.CallId).ToHashSet();
        var requests = new List<AgentRequest>(calls.Count);
        foreach (var call in calls)
        {
            var id = call.CallId;
            for (var number = 2; id.Length == 0 || !taken.Add(id); number++)
            {
                id = $"{(call.CallId.Length == 0 ? "call" : call.CallId)}_{number}";
            }

            var written = call.RawRepresentation as string ?? "";
            var arguments = call.Exception is null ? call.Arguments ?? new Dictionary<string, object?>() : null;
            requests.Add(new AgentRequest(
                id, call.Name, arguments is null ? null : JsonSerializer.SerializeToElement(arguments, Core.Json.Snake), written));
        }

        return requests;
    }

    private static ChatMessage Said(string text, List<AgentRequest> requests)
    {
        var said = new ChatMessage(ChatRole.Assistant, text.Length > 0 ? [new TextContent(text)] : []);
        foreach (var request in requests)
        {
            var arguments = request.Arguments is { } given
                ? given.EnumerateObject().ToDictionary(argument => argument.Name, argument => (object?)argument.Value)
                : [];
            said.Contents.Add(new FunctionCallContent(request.CallId, request.Name, arguments));
        }

        return said;
    }
}
