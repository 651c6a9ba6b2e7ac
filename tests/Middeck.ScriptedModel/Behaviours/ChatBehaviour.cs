using System.Text.Json.Nodes;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary><c>/v1/chat/completions</c>.</summary>
internal static class ChatBehaviour
{
    public static async Task AnswerAsync(ScriptedCall call)
    {
        if (call.Is("slow", out var wait) && wait.Length == 1)
        {
            await Task.Delay(wait[0], call.Stop);
        }

        if (call.Behaviour == "script")
        {
            await ScriptAsync(call);
            return;
        }

        if (call.IsStream && call.Is("chunks", out var shape))
        {
            await TimedChunks.SendAsync(call, shape);
            return;
        }

        var text = call.Behaviour switch
        {
            "quote" => Prompt.Quote(call.Body),
            "empty" => "",
            _ when call.Is("huge", out var megabytes) => new string('x', (megabytes.Length > 0 ? megabytes[0] : 1) << 20),
            _ => Prompt.LastUserMessage(call.Body),
        };
        if (!call.IsStream)
        {
            await WholeAsync(call, text);
        }
        else if (!await BrokenStreams.TryAnswerAsync(call))
        {
            var chunks = call.Is("huge", out _) ? [text] : Prompt.Chunks(text);
            await StreamAsync(call, new ScriptedReply { Chunks = chunks, PromptTokens = 12, CompletionTokens = chunks.Count });
        }
    }

    private static async Task ScriptAsync(ScriptedCall call)
    {
        if (!call.State.Script.TryDequeue(out var reply))
        {
            await Replies.ErrorAsync(call.Context, 500, "The script has no more replies.", "script_empty");
        }
        else if (call.IsStream)
        {
            await StreamAsync(call, reply);
        }
        else
        {
            await WholeAsync(call, string.Concat(reply.Chunks));
        }
    }

    private static async Task StreamAsync(ScriptedCall call, ScriptedReply reply)
    {
        var events = new EventStream(call);
        await events.DeltaAsync(new JsonObject { ["role"] = "assistant", ["content"] = "" });
        for (var i = 0; i < reply.Chunks.Count; i++)
        {
            await events.TextAsync(reply.Chunks[i]);
            if (i == 0 && reply.HoldAfterFirstChunk is { } hold)
            {
                await hold.WaitAsync(call.Stop);
            }
        }

        foreach (var delta in reply.Deltas)
        {
            await events.DeltaAsync((JsonObject)delta.DeepClone());
        }

        await events.EndAsync(reply);
    }

    private static Task WholeAsync(ScriptedCall call, string text) => Replies.JsonAsync(call.Context, new
    {
        id = "chatcmpl-scripted",
        @object = "chat.completion",
        created = 1_700_000_000,
        model = call.Request.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text }, finish_reason = "stop" } },
        usage = new { prompt_tokens = 12, completion_tokens = 34, total_tokens = 46 },
    });
}
