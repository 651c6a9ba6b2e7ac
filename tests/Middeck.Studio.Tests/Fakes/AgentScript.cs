using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Middeck.Studio.Tests.Fakes;

/// <summary>A model that is asked several times in one answer; each time it does the next thing. After the last it repeats that one.</summary>
internal sealed class AgentScript
{
    private readonly List<Func<IReadOnlyList<ChatMessage>, AIContent[]>> _moves = [];
    private int _next;

    public AgentScript Says(string text) => Does(_ => [new TextContent(text)]);

    /// <summary>Calls a tool; <paramref name="arguments"/> is an anonymous object.</summary>
    public AgentScript Calls(string tool, object? arguments = null, string text = "")
        => Does(_ => text.Length == 0 ? [Call(tool, arguments, "1")] : [new TextContent(text), Call(tool, arguments, "1")]);

    public AgentScript CallsBoth((string Tool, object? Arguments) one, (string Tool, object? Arguments) other)
        => Does(_ => [Call(one.Tool, one.Arguments, "1"), Call(other.Tool, other.Arguments, "2")]);

    public AgentScript Does(Func<IReadOnlyList<ChatMessage>, AIContent[]> move)
    {
        _moves.Add(move);
        return this;
    }

    public async IAsyncEnumerable<ChatResponseUpdate> AnswerAsync(
        IReadOnlyList<ChatMessage> messages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var content in _moves[Math.Min(_next++, _moves.Count - 1)](messages))
        {
            yield return new ChatResponseUpdate(ChatRole.Assistant, [content]);
        }

        yield return new ChatResponseUpdate
        {
            FinishReason = ChatFinishReason.Stop,
            Contents = [new UsageContent(new UsageDetails { InputTokenCount = 7, OutputTokenCount = 3, TotalTokenCount = 10 })],
        };
    }

    /// <summary>A call whose arguments are text, as a model wrote them.</summary>
    public static FunctionCallContent Written(string tool, string arguments)
    {
        var call = FunctionCallContent.CreateFromParsedArguments(
            arguments, "1", tool, static json => JsonSerializer.Deserialize<Dictionary<string, object?>>(json));
        call.RawRepresentation = arguments;
        return call;
    }

    private static FunctionCallContent Call(string tool, object? arguments, string id)
        => new(id, tool, JsonSerializer.SerializeToElement(arguments ?? new { }).EnumerateObject()
            .ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
}
