using System.Text;
using System.Text.Json.Nodes;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>Writes <c>chat.completion.chunk</c> events.</summary>
internal sealed class EventStream
{
    private readonly ScriptedCall _call;

    public EventStream(ScriptedCall call)
    {
        _call = call;
        call.Context.Response.ContentType = "text/event-stream";
        call.Context.Response.Headers.CacheControl = "no-cache";
    }

    public Task TextAsync(string text) => DeltaAsync(new JsonObject { ["content"] = text });

    public Task DeltaAsync(JsonObject delta, string? finishReason = null) => ChunkAsync(new JsonObject
    {
        ["index"] = 0,
        ["delta"] = delta,
        ["finish_reason"] = finishReason,
    });

    public async Task EndAsync(ScriptedReply reply)
    {
        await DeltaAsync([], reply.FinishReason);
        if (_call.WantsUsage)
        {
            var usage = new JsonObject
            {
                ["prompt_tokens"] = reply.PromptTokens,
                ["completion_tokens"] = reply.CompletionTokens,
                ["total_tokens"] = reply.PromptTokens + reply.CompletionTokens,
            };
            await ChunkAsync(null, usage);
        }

        await RawAsync("[DONE]");
    }

    public async Task RawAsync(string data)
    {
        await _call.Context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {data}\n\n"), _call.Stop);
        await _call.Context.Response.Body.FlushAsync(_call.Stop);
    }

    private Task ChunkAsync(JsonObject? choice, JsonObject? usage = null)
    {
        var chunk = new JsonObject
        {
            ["id"] = "chatcmpl-scripted",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1_700_000_000,
            ["model"] = _call.Request.Model,
            ["system_fingerprint"] = "fp_scripted",
            ["choices"] = choice is null ? [] : new JsonArray(choice),
        };
        if (usage is not null)
        {
            chunk["usage"] = usage;
        }

        return RawAsync(chunk.ToJsonString(Replies.Options));
    }
}
