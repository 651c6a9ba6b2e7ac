namespace Middeck.ScriptedModel.Behaviours;

/// <summary><c>/v1/images/generations</c>: a picture of one point for each that is wanted, as bytes, or by its address where the model is called <c>by-url</c>.</summary>
internal static class ImageBehaviour
{
    private const string Point = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    public static Task AnswerAsync(ScriptedCall call)
    {
        var count = call.Body.TryGetProperty("n", out var wanted) ? wanted.GetInt32() : 1;
        var request = call.Context.Request;
        object[] data = [.. Enumerable.Range(0, count).Select(number => call.Behaviour == "by-url"
            ? (object)new { url = $"{request.Scheme}://{request.Host}/pictures/{number}.png" }
            : new { b64_json = call.Behaviour == "empty" ? "*" : Point })];
        return Replies.JsonAsync(call.Context, new { created = 1, data, usage = new { input_tokens = 7, output_tokens = 1_056 } });
    }
}
