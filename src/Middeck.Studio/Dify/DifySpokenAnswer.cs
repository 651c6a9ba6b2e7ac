using System.Text.Json;
using System.Threading.Channels;
using Middeck.Core;
using Middeck.Core.Errors;
using Middeck.Http.Streaming;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Dify;

/// <summary>Lets a stream's answer be heard behind its last word, for apps that read their answers aloud by themselves.</summary>
internal static class DifySpokenAnswer
{
    // A reader who is slow holds up the voice, not the memory.
    private const int MostAhead = 16;

    /// <summary>The frames, and behind them the sound as <c>tts_message</c> and its end.</summary>
    /// <param name="frames">What is written.</param>
    /// <param name="run">Whose answer it is.</param>
    /// <param name="speech">Who speaks.</param>
    /// <param name="cancellationToken">The listener's going away.</param>
    public static ChannelReader<SseFrame> Follow(
        ChannelReader<SseFrame> frames, ChatRun run, SpeechService speech, CancellationToken cancellationToken)
    {
        var all = Channel.CreateBounded<SseFrame>(MostAhead);
        _ = Task.Run(() => WriteAsync(frames, run, speech, all.Writer, cancellationToken), CancellationToken.None);
        return all.Reader;
    }

    private static async Task WriteAsync(
        ChannelReader<SseFrame> frames, ChatRun run, SpeechService speech, ChannelWriter<SseFrame> to, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in frames.ReadAllAsync(cancellationToken))
            {
                await to.WriteAsync(frame, cancellationToken);
            }

            if (run.Stream.End is { IsCompletedSuccessfully: true, Result: RunEvent.Ended { Answer: var answer } } && run.Reason is null)
            {
                await SpeakAsync(answer, run, speech, to, cancellationToken);
            }

            to.Complete();
        }
        catch (Exception ex)
        {
            // The listener sees its stream end; what the run itself came to stands in its row.
            to.Complete(ex is OperationCanceledException ? null : ex);
        }
    }

    private static async Task SpeakAsync(
        string answer, ChatRun run, SpeechService speech, ChannelWriter<SseFrame> to, CancellationToken cancellationToken)
    {
        try
        {
            var caller = ChatRunner.CallerOf(run.Request, run.Id);
            await foreach (var sound in speech.ReadAloudAsync(run.Request.App, caller, answer, cancellationToken))
            {
                await to.WriteAsync(FrameOf(run, "tts_message", Convert.ToBase64String(sound.Span)), cancellationToken);
            }
        }
        catch (FaultException)
        {
            // Nobody asked for the sound: an answer that cannot be heard can be read. The gateway has noted the failure.
        }

        await to.WriteAsync(FrameOf(run, "tts_message_end", ""), cancellationToken);
    }

    private static SseFrame FrameOf(ChatRun run, string name, string audio) => new(JsonSerializer.Serialize(
        new DifySoundEvent(
            name, run.Id, run.Id, AppMode.IsChat(run.Request.App.Mode) ? run.ConversationId : null, run.CreatedAt.ToUnixTimeSeconds(), audio),
        Json.SnakeWithoutNulls));
}
