using System.Runtime.CompilerServices;
using System.Text.Json;
using Middeck.Http.Streaming;
using Middeck.Studio.Chat;

namespace Middeck.Studio.FastGpt;

/// <summary>Writes a run's events as FastGPT streams them; with <c>detail</c> each frame names its event.</summary>
internal sealed class FastGptEvents(ChatRun run, string id, bool detail)
{
    private const string Answer = "answer";

    /// <summary>The whole stream.</summary>
    public async IAsyncEnumerable<SseFrame> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var sequence = 1; await run.Stream.WaitForAsync(sequence, cancellationToken); sequence++)
        {
            foreach (var frame in Of(run.Stream.At(sequence)!))
            {
                yield return frame;
            }
        }
    }

    private IEnumerable<SseFrame> Of(RunEvent next) => next switch
    {
        RunEvent.Started => Status(),
        RunEvent.Delta delta => [Piece(delta.Text, null)],
        // What was sent cannot be taken back: what takes its place follows it.
        RunEvent.Replaced replaced => [Piece($"\n{replaced.Text}", null)],
        RunEvent.Ended ended => End(ended),
        RunEvent.Failed { Failure: var failure } =>
            [new SseFrame(Write(new FastGptError(failure.Status, failure.Code, failure.Message, null)), "error")],
        _ => [],
    };

    private IEnumerable<SseFrame> Status()
    {
        if (detail)
        {
            yield return new SseFrame(Write(new { Status = "running", Name = FastGptNode.ChatName }), "flowNodeStatus");
        }
    }

    private IEnumerable<SseFrame> End(RunEvent.Ended ended)
    {
        yield return Piece("", "stop");
        yield return new SseFrame("[DONE]", detail ? Answer : null);
        if (detail)
        {
            yield return new SseFrame(Write(new { DurationSeconds = Math.Round(ended.Usage.Duration, 2) }), "workflowDuration");
            yield return new SseFrame(Write(FastGptNode.Of(run, ended)), "flowResponses");
        }
    }

    private SseFrame Piece(string text, string? finishReason)
        => new(Write(FastGptAnswer.Piece(id, text, finishReason)), detail ? Answer : null);

    private static string Write<T>(T body) => JsonSerializer.Serialize(body, FastGptJson.Camel);
}
