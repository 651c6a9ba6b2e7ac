using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Http.Dialects.Dify;
using Middeck.Http.Errors;
using Middeck.Http.Streaming;
using Middeck.Models.Calls;

namespace Middeck.Models.Dialects.OpenAi;

/// <summary>Streams an answer as <c>chat.completion.chunk</c>s, then <c>[DONE]</c>.</summary>
/// <param name="answer">The answer.</param>
/// <param name="includeUsage">Whether a last chunk tells the usage (<c>stream_options.include_usage</c>).</param>
internal sealed class ChatCompletionStream(ChatAnswer answer, bool includeUsage) : IResult
{
    // A slow reader holds up nothing but itself: the answer is written elsewhere.
    private const int Ahead = 64;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var frames = Channel.CreateBounded<SseFrame>(Ahead);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var pump = PumpAsync(frames.Writer, gone.Token);
        await SseWriter.WriteAsync(httpContext, frames.Reader, SseWriter.CommentPing, httpContext.RequestAborted);
        await gone.CancelAsync();
        await pump;
    }

    private async Task PumpAsync(ChannelWriter<SseFrame> frames, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(frames, cancellationToken);
            frames.Complete();
        }
        catch (FaultException ex)
        {
            frames.TryWrite(Frame(OpenAiError.Of(ex.Fault, FaultStatus.Of(ex.Fault.Kind))));
            frames.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            frames.Complete();
        }
        catch (Exception ex)
        {
            // The writer of the response throws it, where it is reported.
            frames.Complete(ex);
        }
    }

    private async Task WriteAsync(ChannelWriter<SseFrame> frames, CancellationToken cancellationToken)
    {
        UsageDetails? usage = null;
        var finish = ChatFinishReason.Stop;
        await frames.WriteAsync(Chunk(new ChatCompletion.Text("assistant", "", null), null), cancellationToken);
        await foreach (var update in answer.Updates.WithCancellation(cancellationToken))
        {
            usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
            finish = update.FinishReason ?? finish;
            var annotations = ChatCompletion.Of(update.Contents);
            if (update.Text.Length > 0 || annotations is not null)
            {
                await frames.WriteAsync(
                    Chunk(new ChatCompletion.Text(null, update.Text, annotations), null), cancellationToken);
            }
        }

        await frames.WriteAsync(Chunk(new ChatCompletion.Text(null, null, null), finish.Value), cancellationToken);
        if (includeUsage)
        {
            await frames.WriteAsync(Frame(ChatCompletion.Last(answer, ChatCompletion.Of(usage))), cancellationToken);
        }

        await frames.WriteAsync(new SseFrame("[DONE]"), cancellationToken);
    }

    private SseFrame Chunk(ChatCompletion.Text delta, string? finishReason)
        => Frame(ChatCompletion.Chunk(answer, delta, finishReason));

    private static SseFrame Frame<T>(T body) => new(JsonSerializer.Serialize(body, DifyJson.WithoutNulls));
}
