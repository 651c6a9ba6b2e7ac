using System.Buffers;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Middeck.Http.Streaming;

/// <summary>Writes a stream of events so that no proxy buffers it and no idle timeout cuts it.</summary>
public static class SseWriter
{
    /// <summary>The comment line that keeps a stream alive.</summary>
    public const string CommentPing = ": ping\n\n";

    /// <summary>How often a sign of life goes out while there is nothing to say.</summary>
    public static readonly TimeSpan PingInterval = TimeSpan.FromSeconds(10);

    /// <summary>Sends the events until the source ends or the client goes away; then it returns.</summary>
    /// <param name="context">The request; its response must not have started.</param>
    /// <param name="frames">The events. All that are ready are sent in one write.</param>
    /// <param name="ping">What is sent after each <see cref="PingInterval"/> of silence; a comment line unless a dialect says otherwise.</param>
    /// <param name="cancellationToken">The client's going away.</param>
    public static async Task WriteAsync(
        HttpContext context, ChannelReader<SseFrame> frames, string ping, CancellationToken cancellationToken)
    {
        try
        {
            await SendAsync(context, frames, ping, cancellationToken);
        }
        catch (Exception ex) when (ex is OperationCanceledException or IOException
            && cancellationToken.IsCancellationRequested)
        {
            // Going away is how most clients end a stream.
        }
    }

    private static async Task SendAsync(
        HttpContext context, ChannelReader<SseFrame> frames, string ping, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-cache, no-transform";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        // A model may be silent for longer than Kestrel's minimum rate allows.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
        {
            rate.MinDataRate = null;
        }

        var writer = response.BodyWriter;
        var clock = context.RequestServices.GetService(typeof(TimeProvider)) as TimeProvider ?? TimeProvider.System;
        await response.StartAsync(cancellationToken);
        await writer.FlushAsync(cancellationToken);

        while (true)
        {
            bool more;
            try
            {
                more = await frames.WaitToReadAsync(cancellationToken).AsTask()
                    .WaitAsync(PingInterval, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                Encoding.UTF8.GetBytes(ping, writer);
                await writer.FlushAsync(cancellationToken);
                continue;
            }

            if (!more)
            {
                return;
            }

            while (frames.TryRead(out var frame))
            {
                Write(writer, frame);
            }

            await writer.FlushAsync(cancellationToken);
        }
    }

    private static void Write(IBufferWriter<byte> writer, SseFrame frame)
    {
        if (frame.Event is not null)
        {
            WriteLine(writer, "event: ", frame.Event);
        }

        if (frame.Id is not null)
        {
            WriteLine(writer, "id: ", frame.Id);
        }

        foreach (var line in frame.Data.AsSpan().EnumerateLines())
        {
            WriteLine(writer, "data: ", line);
        }

        writer.Write("\n"u8);
    }

    private static void WriteLine(IBufferWriter<byte> writer, string field, ReadOnlySpan<char> value)
    {
        Encoding.UTF8.GetBytes(field, writer);
        Encoding.UTF8.GetBytes(value, writer);
        writer.Write("\n"u8);
    }
}
