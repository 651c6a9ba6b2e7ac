using System.Text;

namespace Middeck.ScriptedModel.Behaviours;

/// <summary>
/// <c>/v1/audio/transcriptions</c> tells what it was given instead of what it heard; <c>/v1/audio/speech</c> gives a tag as MP3
/// files have it and then the text itself, so that a test can read what would be heard.
/// </summary>
internal static class AudioBehaviour
{
    /// <summary>Seconds that every recording has.</summary>
    private const int Seconds = 30;

    public static Task TranscribeAsync(ScriptedCall call)
    {
        var language = call.Body.TryGetProperty("language", out var given) ? $" in {given}" : "";
        var text = $"{call.Body.GetProperty("file_name")} of {call.Body.GetProperty("bytes")} bytes{language}";
        return Replies.JsonAsync(call.Context, new { text, usage = new { type = "duration", seconds = Seconds } });
    }

    public static async Task SpeakAsync(ScriptedCall call)
    {
        var response = call.Context.Response;
        response.ContentType = "audio/mpeg";
        switch (call.Behaviour)
        {
            case "empty":
                return;
            case "cut":
                await CutConnection.AnswerAsync(call, "audio/mpeg", "ID3");
                return;
            default:
                break;
        }

        // A tag of four bytes.
        await response.Body.WriteAsync("ID3\u0004\0\0\0\0\0\u0004TAG!"u8.ToArray(), call.Stop);
        var text = $"<{call.Body.GetProperty("voice")}>{call.Body.GetProperty("input")}";
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), call.Stop);
    }
}
