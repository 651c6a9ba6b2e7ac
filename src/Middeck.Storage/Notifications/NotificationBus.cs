using System.Data;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Middeck.Storage.Notifications;

/// <summary>
/// Holds one connection that only listens, for as long as the node lives. When it breaks it is opened again with growing
/// pauses, and every listener is told that it may have missed something.
/// </summary>
internal sealed partial class NotificationBus(NpgsqlDataSource source, TimeProvider clock, ILogger<NotificationBus> logger)
    : BackgroundService, INotificationBus
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    // A connection whose peer vanished without a word looks alive until something is written to it.
    private static readonly TimeSpan SilenceBeforeProbe = TimeSpan.FromSeconds(30);

    private readonly Subscriptions _subscriptions = new();

    public async Task PublishAsync(string channel, string payload, CancellationToken cancellationToken)
    {
        RefuseBadName(channel);
        if (Encoding.UTF8.GetByteCount(payload) > INotificationBus.MaxPayloadBytes)
        {
            throw new ArgumentException($"A notification holds at most {INotificationBus.MaxPayloadBytes} bytes.", nameof(payload));
        }

        await using var command = source.CreateCommand("SELECT pg_notify($1, $2)");
        command.Parameters.Add(new() { Value = channel });
        command.Parameters.Add(new() { Value = payload });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public IDisposable Subscribe(string channel, Action<string> onMessage, Action? onReconnected = null)
    {
        RefuseBadName(channel);
        var subscription = new Subscription(channel, onMessage, onReconnected, _subscriptions.Remove);
        _subscriptions.Add(subscription);
        return subscription;
    }

    public override void Dispose()
    {
        base.Dispose();
        _subscriptions.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = FirstPause;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(() => pause = FirstPause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception ex) when (ex is NpgsqlException or InvalidOperationException or IOException or TimeoutException)
            {
                LogConnectionLost(ex.Message, pause.TotalSeconds);
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task ListenAsync(Action onConnected, CancellationToken stoppingToken)
    {
        await using var connection = await source.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, message) => Deliver(message.Channel, message.Payload);
        try
        {
            await ListenAsync(connection, onConnected, stoppingToken);
        }
        finally
        {
            // The pool gives it to others as it is.
            if (connection.State == ConnectionState.Open)
            {
                await ExecuteAsync(connection, "UNLISTEN *", CancellationToken.None);
            }
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, Action onConnected, CancellationToken stoppingToken)
    {
        var heard = new HashSet<string>();
        while (true)
        {
            var (wanted, changed) = _subscriptions.Wanted();
            await FollowAsync(connection, heard, wanted, stoppingToken);
            onConnected();
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(changed, stoppingToken);
            try
            {
                if (!await connection.WaitAsync(SilenceBeforeProbe, wake.Token))
                {
                    await ExecuteAsync(connection, "SELECT 1", stoppingToken);
                }
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // Somebody subscribed to another channel; the connection is whole.
            }
        }
    }

    private async Task FollowAsync(
        NpgsqlConnection connection, HashSet<string> heard, IReadOnlyCollection<string> wanted, CancellationToken stoppingToken)
    {
        foreach (var channel in heard.Except(wanted).ToList())
        {
            await ExecuteAsync(connection, $"UNLISTEN {channel}", stoppingToken);
            heard.Remove(channel);
        }

        foreach (var channel in wanted.Except(heard).ToList())
        {
            await ExecuteAsync(connection, $"LISTEN {channel}", stoppingToken);
            heard.Add(channel);
            foreach (var subscription in _subscriptions.On(channel))
            {
                Guard(channel, subscription.Reconnected);
            }
        }
    }

    private void Deliver(string channel, string payload)
    {
        foreach (var subscription in _subscriptions.On(channel))
        {
            Guard(channel, () => subscription.Receive(payload));
        }
    }

    private void Guard(string channel, Action call)
    {
        try
        {
            call();
        }
        catch (Exception ex)
        {
            // One listener's mistake must not silence the others.
            LogListenerFailed(ex, channel);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        // LISTEN takes no parameters. The name was checked when somebody subscribed.
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void RefuseBadName(string channel)
    {
        if (!ChannelPattern().IsMatch(channel))
        {
            throw new ArgumentException($"'{channel}' is not a channel: lower-case letters, digits, underscores.", nameof(channel));
        }
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex ChannelPattern();

    [LoggerMessage(LogLevel.Warning, "The listening connection is lost ({Reason}); trying again in {Seconds} s.")]
    private partial void LogConnectionLost(string reason, double seconds);

    [LoggerMessage(LogLevel.Error, "A listener of channel {Channel} failed.")]
    private partial void LogListenerFailed(Exception exception, string channel);
}
