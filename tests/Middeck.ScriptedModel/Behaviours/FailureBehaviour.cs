using Microsoft.AspNetCore.Http;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>The ways to fail that are the same for chat, embeddings and rerank.</summary>
internal static class FailureBehaviour
{
    public static async Task<bool> TryAnswerAsync(ScriptedCall call)
    {
        var context = call.Context;
        if (call.Is("fail", out var status) && status.Length == 1)
        {
            await Replies.ErrorAsync(
                context,
                status[0],
                $"The scripted model was told to fail, with {context.Request.Headers.Authorization}.",
                $"scripted_{status[0]}");
            return true;
        }

        if (call.Is("rate-limited", out var times)
            && call.State.IsRefused(call.Behaviour, times.Length > 0 ? times[0] : 1))
        {
            context.Response.Headers.RetryAfter = "1";
            await Replies.ErrorAsync(context, StatusCodes.Status429TooManyRequests, "Rate limit reached.", "rate_limit_exceeded");
            return true;
        }

        switch (call.Behaviour)
        {
            case "stall":
                await Task.Delay(Timeout.Infinite, call.Stop);
                return true;
            case "nonsense-html":
                await Replies.HtmlAsync(context);
                return true;
            default:
                return false;
        }
    }
}
