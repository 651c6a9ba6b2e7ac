namespace Middeck.ScriptedModel.Behaviours;

/// <summary><c>/v1/moderations</c>: flags what holds the word <c>forbidden</c>.</summary>
internal static class ModerationBehaviour
{
    public static Task AnswerAsync(ScriptedCall call)
        => Replies.JsonAsync(call.Context, new
        {
            id = "modr-1",
            model = call.Request.Model,
            results = new[]
            {
                new
                {
                    flagged = call.Body.GetProperty("input").GetString()!.Contains("forbidden", StringComparison.Ordinal),
                    categories = new { violence = false },
                },
            },
        });
}
