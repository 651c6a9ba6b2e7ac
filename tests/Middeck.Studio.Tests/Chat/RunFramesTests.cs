using Middeck.Http.Streaming;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Tests.Chat;

public sealed class RunFramesTests
{
    [Theory]
    [InlineData(0, 0, "start 1-0|abc 2-3|(xy) 3-2|z 4-3")]
    [InlineData(0, 2, "c 2-3|(xy) 3-2|z 4-3")]
    [InlineData(0, 40, "(xy) 3-2|z 4-3")]
    [InlineData(2, 3, "(xy) 3-2|z 4-3")]
    [InlineData(3, 2, "z 4-3")]
    public void Who_comes_back_hears_that_the_text_until_then_was_replaced(int sequence, int offset, string expected)
    {
        var stream = new RunStream<RunEvent>(RunEvent.IsLast);
        stream.Publish(new RunEvent.Started([]));
        stream.Publish(new RunEvent.Delta("abc"));
        stream.Publish(new RunEvent.Replaced("xy"));
        stream.Publish(new RunEvent.Delta("z"));
        var frames = new RunFrames(stream, new RunPlace(sequence, offset), Say);

        var heard = new List<string>();
        while (frames.TryRead(out var frame))
        {
            heard.Add(frame.Data);
        }

        Assert.Equal(expected, string.Join('|', heard));
    }

    private static SseFrame? Say(RunEvent next, RunPlace place) => new SseFrame(next switch
    {
        RunEvent.Delta delta => $"{delta.Text} {place}",
        RunEvent.Replaced replaced => $"({replaced.Text}) {place}",
        _ => $"start {place}",
    });
}
