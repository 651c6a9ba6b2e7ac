using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Models.Catalogue;
using Middeck.Models.Upstream;

namespace Middeck.Models.OpenAi;

/// <summary>Turns <c>chat.completion.chunk</c> and <c>chat.completion</c> objects into updates. One for each answer.</summary>
internal sealed class ChunkDecoder(ProviderConnection connection, string model)
{
    private readonly ToolCallParts _toolCalls = new();
    private UsageContent? _usage;
    private bool _finished;

    /// <summary>Null for a chunk that holds nothing but usage: some providers count up in each one, so only the last is told.</summary>
    public ChatResponseUpdate? Decode(JsonElement chunk)
    {
        ThrowIfError(chunk);
        KeepUsage(chunk);
        return Choice(chunk) is { } choice ? Update(chunk, choice, "delta") : null;
    }

    /// <summary>An answer in one piece.</summary>
    public ChatResponseUpdate DecodeWhole(JsonElement answer, HttpResponseMessage response)
    {
        if (answer.ValueKind != JsonValueKind.Object)
        {
            throw UpstreamFaults.Nonsense(connection, ContentWords.Of(response));
        }

        ThrowIfError(answer);
        KeepUsage(answer);
        var choice = Choice(answer)
            ?? throw UpstreamFaults.Nonsense(connection, "something else than a chat completion");
        var update = Update(answer, choice, "message");
        AddToolCalls(update);
        return update;
    }

    /// <exception cref="Middeck.Core.Errors.FaultException">
    /// <c>models.upstream_cut_off</c> when neither a finish reason nor [DONE] came.
    /// </exception>
    public void EnsureComplete(bool sawDone)
    {
        if (!_finished && !sawDone)
        {
            throw UpstreamFaults.Broken(connection);
        }
    }

    /// <summary>The tokens as the provider counted them; null when it did not.</summary>
    public ChatResponseUpdate? Usage()
        => _usage is null ? null : new ChatResponseUpdate(ChatRole.Assistant, [_usage]) { ModelId = model };

    private void ThrowIfError(JsonElement body)
    {
        if (body.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String)
        {
            throw UpstreamFaults.RefusalInStream(connection, UpstreamWords.Of(error) ?? "");
        }
    }

    private void KeepUsage(JsonElement body)
    {
        if (body.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object)
        {
            _usage = new UsageContent(TokenUsage.Read(usage));
        }
    }

    private static JsonElement? Choice(JsonElement body)
        => body.TryGetProperty("choices", out var choices)
            && choices.ValueKind == JsonValueKind.Array
            && choices.GetArrayLength() > 0
            && choices[0].ValueKind == JsonValueKind.Object
                ? choices[0]
                : null;

    private ChatResponseUpdate Update(JsonElement body, JsonElement choice, string part)
    {
        var update = new ChatResponseUpdate
        {
            Role = ChatRole.Assistant,
            ResponseId = Text(body, "id"),
            ModelId = model,
            RawRepresentation = body,
        };
        if (choice.TryGetProperty(part, out var message) && message.ValueKind == JsonValueKind.Object)
        {
            // Reasoning models send their thoughts beside the answer under either name.
            if ((Text(message, "reasoning_content") ?? Text(message, "reasoning")) is { Length: > 0 } thoughts)
            {
                update.Contents.Add(new TextReasoningContent(thoughts));
            }

            if (Text(message, "content") is { Length: > 0 } text)
            {
                update.Contents.Add(new TextContent(text));
            }

            if (message.TryGetProperty("tool_calls", out var calls) && calls.ValueKind == JsonValueKind.Array)
            {
                _toolCalls.Add(calls);
            }
        }

        if (Text(choice, "finish_reason") is { Length: > 0 } reason)
        {
            _finished = true;
            update.FinishReason = new ChatFinishReason(reason);
            AddToolCalls(update);
        }

        return update;
    }

    private void AddToolCalls(ChatResponseUpdate update)
    {
        foreach (var call in _toolCalls.Take())
        {
            update.Contents.Add(call);
        }
    }

    private static string? Text(JsonElement body, string name)
        => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
