using System.IO.Pipelines;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Middeck.Http.Streaming;
using Middeck.Http.Tests.Hosting;
using Middeck.Testing;

namespace Middeck.Http.Tests.Streaming;

public sealed class SseWriterTests
{
    private readonly Channel<SseFrame> _frames = Channel.CreateUnbounded<SseFrame>();

    [Fact]
    public async Task A_frame_has_its_event_its_id_and_one_data_line_per_line()
    {
        await using var host = await HostAsync();
        _frames.Writer.TryWrite(new SseFrame("one\ntwo\r\nthree", "answer", "7"));
        _frames.Writer.TryWrite(new SseFrame("你好"));
        _frames.Writer.TryWrite(new SseFrame(""));
        _frames.Writer.Complete();

        var text = await host.Client.GetStringAsync("/stream");

        Assert.Equal(
            "event: answer\nid: 7\ndata: one\ndata: two\ndata: three\n\ndata: 你好\n\ndata: \n\n", text);
    }

    [Fact]
    public async Task The_headers_tell_proxies_to_pass_it_on_at_once()
    {
        await using var host = await HostAsync();

        // Nothing has been said yet, and the headers are here all the same.
        using var answer = await host.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal("text/event-stream; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no", Assert.Single(answer.Headers.GetValues("X-Accel-Buffering")));
        Assert.True(answer.Headers.CacheControl is { NoCache: true, NoTransform: true });
        _frames.Writer.Complete();
    }

    [Fact]
    public async Task After_each_ten_seconds_of_silence_a_ping_goes_out()
    {
        var clock = new FakeClock();
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).BuildServiceProvider();
        var pipe = new Pipe();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = pipe.Writer.AsStream();
        var writing = SseWriter.WriteAsync(context, _frames.Reader, SseWriter.CommentPing, CancellationToken.None);

        clock.Advance(SseWriter.PingInterval - TimeSpan.FromMilliseconds(1));
        Assert.False(pipe.Reader.TryRead(out _));
        clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(": ping\n\n", await NextAsync(pipe.Reader));
        _frames.Writer.TryWrite(new SseFrame("awake"));
        Assert.Equal("data: awake\n\n", await NextAsync(pipe.Reader));
        _frames.Writer.Complete();
        await writing;
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_writing()
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var host = await FoundationHost.StartAsync(app => app.MapGet("/stream", async (HttpContext context) =>
        {
            try
            {
                await SseWriter.WriteAsync(context, _frames.Reader, SseWriter.CommentPing, context.RequestAborted);
                ended.SetResult();
            }
            catch (Exception ex)
            {
                ended.SetException(ex);
            }
        }));

        using (await host.Client.GetAsync("/stream", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.False(ended.Task.IsCompleted);
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Empty(host.Sink.Reports);
    }

    private Task<FoundationHost> HostAsync() => FoundationHost.StartAsync(app => app.MapGet(
        "/stream",
        (HttpContext context) => SseWriter.WriteAsync(
            context, _frames.Reader, SseWriter.CommentPing, context.RequestAborted)));

    private static async Task<string> NextAsync(PipeReader reader)
    {
        var read = await reader.ReadAsync();
        var text = Encoding.UTF8.GetString(read.Buffer);
        reader.AdvanceTo(read.Buffer.End);
        return text;
    }
}
