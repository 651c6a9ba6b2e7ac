namespace Middeck.ScriptedModel.Behaviours;

/// <summary>Streams that begin well.</summary>
internal static class BrokenStreams
{
    public static async Task<bool> TryAnswerAsync(ScriptedCall call)
    {
        if (call.Behaviour == "cut")
        {
            await CutConnection.AnswerAsync(call);
            return true;
        }

        if (call.Behaviour is not ("pause" or "truncated" or "malformed" or "mid-error"))
        {
            return false;
        }

        var events = new EventStream(call);
        await events.TextAsync("It begins ");
        await events.TextAsync("well ");
        switch (call.Behaviour)
        {
            case "pause":
                await Task.Delay(Timeout.Infinite, call.Stop);
                break;
            case "malformed":
                await events.RawAsync("{\"choices\":[{\"delta\":{\"content\":\"and then");
                await events.RawAsync("[DONE]");
                break;
            case "mid-error":
                await events.RawAsync("""{"error":{"message":"The model ran out of memory.","code":"oom"}}""");
                break;
            default:
                break;
        }

        return true;
    }
}
