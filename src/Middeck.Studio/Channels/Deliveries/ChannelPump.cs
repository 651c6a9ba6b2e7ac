using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Middeck.Core.Errors;
using Middeck.Storage.Notifications;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Channels.Deliveries;

/// <summary>
/// Takes up deliveries that are due, keeps their leases while this node works on them, and writes how they ended. What a dead
/// node had taken up is due again when its lease ends.
/// </summary>
internal sealed partial class ChannelPump(
    DeliveryStore store,
    ChannelStore channels,
    DeliverySettler settler,
    IEnumerable<IDeliveryHandler> handlers,
    DeliverySignal signal,
    RunHub hub,
    INotificationBus bus,
    IEnumerable<IErrorSink> errors,
    IOptions<ChannelOptions> options,
    TimeProvider clock,
    ILogger<ChannelPump> logger) : BackgroundService
{
    // Where the database says that there is work; without a word of it this is how long a row can lie unseen.
    private const string NotificationChannel = "studio_channel";
    private static readonly TimeSpan LookInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, Task> _active = new();
    private DateTimeOffset _renewedAt = DateTimeOffset.MinValue;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Each gives its row back; another node, or this one after its start, goes on with it.
        await Task.WhenAll(_active.Values).WaitAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var subscription = bus.Subscribe(NotificationChannel, _ => signal.Set(), signal.Set);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = LookInterval;
            try
            {
                pause = await PumpAsync(stoppingToken);
            }
            catch (Exception ex) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be restarting. The rows wait.
                LogPumpFailed(ex);
            }

            await signal.WaitAsync(pause, clock, stoppingToken);
        }
    }

    /// <summary>Takes up what is due and there is room for.</summary>
    /// <returns>When to look again unasked.</returns>
    private async Task<TimeSpan> PumpAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!_active.IsEmpty && now - _renewedAt >= RenewEvery)
        {
            await store.RenewAsync([.. _active.Keys], hub.Node, now, cancellationToken);
            _renewedAt = now;
        }

        while (_active.Count < options.Value.Concurrency
            && await store.ClaimAsync(hub.Node, options.Value.ConcurrencyPerChannel, now, cancellationToken) is { } delivery)
        {
            // A row that is due again while this node still works on it: the lease was renewed too late, and is its own again.
            if (!_active.ContainsKey(delivery.Id))
            {
                var work = new Task<Task>(() => WorkAsync(delivery, cancellationToken));
                _active[delivery.Id] = work.Unwrap();
                work.Start(TaskScheduler.Default);
            }
        }

        var due = await store.NextDueAsync(now, cancellationToken) - now;
        return due < LookInterval ? due.Value : LookInterval;
    }

    private async Task WorkAsync(DeliveryRow delivery, CancellationToken stopping)
    {
        try
        {
            if (await channels.FindAnywhereAsync(delivery.ChannelId, stopping) is not { } channel)
            {
                // Its app lies in the trash.
                await store.PostponeAsync(delivery.Id, hub.Node, clock.GetUtcNow().AddHours(1), CancellationToken.None);
                return;
            }

            var start = clock.GetTimestamp();
            var outcome = await AttemptAsync(channel, delivery, stopping);
            await settler.SettleAsync(
                channel, delivery, outcome, clock.GetElapsedTime(start).TotalSeconds, hub.Node, CancellationToken.None);
        }
        catch (Exception ex)
        {
            // The database is not there. The lease ends, and the row is taken up again.
            LogNotSettled(ex, delivery.Id);
        }
        finally
        {
            _active.TryRemove(delivery.Id, out _);
            signal.Set();
        }
    }

    private async Task<DeliveryOutcome> AttemptAsync(ChannelRow channel, DeliveryRow delivery, CancellationToken stopping)
    {
        if (!channel.Enabled)
        {
            return new DeliveryOutcome.Ignored("The channel was switched off.");
        }

        // A node that stops in the middle is taken for a failed attempt, so a row that kills its node does not do so for ever.
        if (delivery.Attempt > options.Value.MaxAttempts)
        {
            return new DeliveryOutcome.Failed("Its node stopped before it was done, again and again.") { IsOwnFault = true };
        }

        try
        {
            return await handlers.First(handler => handler.Handles(channel)).AttemptAsync(channel, delivery, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return new DeliveryOutcome.Later(TimeSpan.Zero);
        }
        catch (FaultException ex)
        {
            return new DeliveryOutcome.Failed(ex.Fault.Detail);
        }
        catch (Exception ex)
        {
            LogUnexpected(ex, delivery.Id);
            await ReportAsync(channel, delivery, ex);
            return new DeliveryOutcome.Retry("Something unexpected happened; the error log has it.");
        }
    }

    private async Task ReportAsync(ChannelRow channel, DeliveryRow delivery, Exception exception)
    {
        var report = new ErrorReport(
            delivery.Id.ToString(), "channel", delivery.Type, exception.Message, exception.GetType().FullName,
            exception.ToString(), channel.WorkspaceId, null);
        foreach (var sink in errors)
        {
            await sink.ReportAsync(report, CancellationToken.None);
        }
    }

    [LoggerMessage(LogLevel.Error, "Deliveries could not be taken up and will be tried again.")]
    private partial void LogPumpFailed(Exception exception);

    [LoggerMessage(LogLevel.Error, "How delivery {DeliveryId} ended could not be written; it is taken up again when its lease ends.")]
    private partial void LogNotSettled(Exception exception, Guid deliveryId);

    [LoggerMessage(LogLevel.Error, "Delivery {DeliveryId} failed unexpectedly.")]
    private partial void LogUnexpected(Exception exception, Guid deliveryId);
}
