using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Middeck.Storage.Notifications;
using Middeck.Testing;

namespace Middeck.Storage.Tests.Notifications;

public sealed class NotificationBusTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly NotificationBus _here = new(postgres.Source, TimeProvider.System, NullLogger<NotificationBus>.Instance);
    private readonly NotificationBus _there = new(postgres.Source, TimeProvider.System, NullLogger<NotificationBus>.Instance);
    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task A_message_reaches_every_node()
    {
        using var here = await ListenAsync(_here, "news", "here");
        using var there = await ListenAsync(_there, "news", "there");

        await _here.PublishAsync("news", "消息", CancellationToken.None);

        Assert.Equal(["here 消息", "there 消息"], new[] { await NextAsync(), await NextAsync() }.Order());
    }

    [Fact]
    public async Task A_channel_is_heard_only_by_its_listeners_and_only_until_they_leave()
    {
        using var other = await ListenAsync(_here, "other", "other");
        var news = await ListenAsync(_here, "news", "news");
        news.Dispose();

        await _there.PublishAsync("news", "1", CancellationToken.None);
        await _there.PublishAsync("other", "2", CancellationToken.None);

        Assert.Equal("other 2", await NextAsync());
    }

    [Fact]
    public async Task After_the_connection_was_lost_listeners_are_told_and_hear_again()
    {
        var back = Channel.CreateUnbounded<bool>();
        using var here = _here.Subscribe("news", message => _heard.Writer.TryWrite(message), () => back.Writer.TryWrite(true));
        await back.Reader.ReadAsync(Timeout());

        await using var kill = postgres.Source.CreateCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()");
        await kill.ExecuteNonQueryAsync();

        await back.Reader.ReadAsync(Timeout());
        await _there.PublishAsync("news", "again", CancellationToken.None);
        Assert.Equal("again", await NextAsync());
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_silence_the_others()
    {
        using var broken = _here.Subscribe("news", _ => throw new InvalidOperationException("broken"));
        using var whole = await ListenAsync(_there, "news", "whole");
        using var beside = _here.Subscribe("news", message => _heard.Writer.TryWrite("beside " + message));
        using var ready = await ListenAsync(_here, "ready", "ready");

        await _there.PublishAsync("news", "1", CancellationToken.None);

        Assert.Equal(["beside 1", "whole 1"], new[] { await NextAsync(), await NextAsync() }.Order());
    }

    [Fact]
    public async Task What_does_not_fit_or_is_no_channel_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _here.PublishAsync("news", new string('字', 2634), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => _here.PublishAsync("x; DROP TABLE y", "", CancellationToken.None));
        Assert.Throws<ArgumentException>(() => _here.Subscribe("News", _ => { }));
    }

    public async Task InitializeAsync()
    {
        await _here.StartAsync(CancellationToken.None);
        await _there.StartAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _here.StopAsync(CancellationToken.None);
        await _there.StopAsync(CancellationToken.None);
        _here.Dispose();
        _there.Dispose();
    }

    private static CancellationToken Timeout() => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;

    private ValueTask<string> NextAsync() => _heard.Reader.ReadAsync(Timeout());

    private async Task<IDisposable> ListenAsync(NotificationBus bus, string channel, string name)
    {
        var listening = new TaskCompletionSource();
        var subscription = bus.Subscribe(
            channel, message => _heard.Writer.TryWrite($"{name} {message}"), () => listening.TrySetResult());
        await listening.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return subscription;
    }
}
