using Middeck.Http.Streaming;
using Middeck.Observability.Live;

namespace Middeck.Observability.Tests.Live;

public sealed class LiveStreamTests
{
    private static readonly Guid Id = Guid.CreateVersion7();

    private readonly LiveStream _stream = new(Id, Guid.Empty, Guid.Empty);

    public LiveStreamTests() => _stream.ChangeTopics(["jobs"], []);

    [Fact]
    public void Only_the_last_events_are_kept_and_a_gap_is_admitted()
    {
        for (var i = 1; i <= LiveStream.MaxKeptEvents + 10; i++)
        {
            _stream.Offer("jobs", $"{i}");
        }

        var (complete, frames) = Read(after: 5);

        Assert.False(complete);
        Assert.Equal(LiveStream.MaxKeptEvents, frames.Count);
        Assert.Equal("11", frames[0].Data);
        Assert.True(Read(after: 10).Complete);
    }

    [Fact]
    public void Large_events_do_not_take_more_than_their_share_of_memory()
    {
        for (var i = 0; i < 100; i++)
        {
            _stream.Offer("jobs", new string('x', 6_000));
        }

        Assert.Equal(LiveStream.MaxKeptBytes / 6_000, Read(after: 0).Frames.Count);
    }

    [Fact]
    public void A_reader_that_is_too_slow_is_sent_away_and_loses_nothing_that_is_kept()
    {
        var reader = _stream.Attach(0, Hello);
        for (var i = 1; i <= 3 * LiveStream.MaxKeptEvents; i++)
        {
            _stream.Offer("jobs", $"{i}");
        }

        var got = new List<SseFrame>();
        while (reader.TryRead(out var frame))
        {
            got.Add(frame);
        }

        Assert.True(reader.Completion.IsCompleted);
        var last = LiveEventId.Parse(got[^1].Id)!.Value;
        Assert.Equal($"{last.Sequence + 1}", Read(last.Sequence).Frames[0].Data);
    }

    [Fact]
    public void A_second_connection_ends_the_first_whose_going_then_changes_nothing()
    {
        var first = _stream.Attach(0, Hello);
        var second = _stream.Attach(0, Hello);

        Assert.True(first.TryRead(out _));
        Assert.True(first.Completion.IsCompleted);
        _stream.Detach(first, DateTimeOffset.UnixEpoch);
        Assert.Null(_stream.LeftAt);
        _stream.Detach(second, DateTimeOffset.UnixEpoch);
        Assert.Equal(DateTimeOffset.UnixEpoch, _stream.LeftAt);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("7")]
    [InlineData("x.1")]
    [InlineData("01900000000070008000000000000001.-1")]
    public void What_is_no_event_id_is_no_position(string? text) => Assert.Null(LiveEventId.Parse(text));

    private (bool Complete, List<SseFrame> Frames) Read(long after)
    {
        var complete = false;
        var reader = _stream.Attach(after, (position, all) =>
        {
            complete = all;
            return Hello(position, all);
        });
        var frames = new List<SseFrame>();
        while (reader.TryRead(out var frame))
        {
            frames.Add(frame);
        }

        return (complete, frames[1..]);
    }

    private static SseFrame Hello(string position, bool complete) => new("hello", Id: position);
}
