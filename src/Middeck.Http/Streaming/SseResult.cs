using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Middeck.Http.Streaming;

/// <summary>Answers with events as they come. The client's going away ends the reading of the source.</summary>
/// <param name="frames">The events. What it throws ends the response and is reported.</param>
public sealed class SseResult(IAsyncEnumerable<SseFrame> frames) : IResult
{
    // A slow reader holds up only its own source.
    private const int Ahead = 64;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var channel = Channel.CreateBounded<SseFrame>(Ahead);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(httpContext.RequestAborted);
        var reading = ReadAsync(channel.Writer, gone.Token);
        await SseWriter.WriteAsync(httpContext, channel.Reader, SseWriter.CommentPing, httpContext.RequestAborted);
        await gone.CancelAsync();
        await reading;
    }

    private async Task ReadAsync(ChannelWriter<SseFrame> channel, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var frame in frames.WithCancellation(cancellationToken))
            {
                await channel.WriteAsync(frame, cancellationToken);
            }

            channel.Complete();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            channel.Complete();
        }
        catch (Exception ex)
        {
            // The writer of the response throws it, where it is reported.
            channel.Complete(ex);
        }
    }
}
