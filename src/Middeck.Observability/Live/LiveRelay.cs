using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Middeck.Core;
using Middeck.Core.Identifiers;
using Middeck.Storage.Notifications;

namespace Middeck.Observability.Live;

/// <summary>Carries events between nodes, as many in one notification as fit.</summary>
internal sealed partial class LiveRelay(INotificationBus bus, LiveHub hub, TimeProvider clock, ILogger<LiveRelay> logger)
    : BackgroundService
{
    private const string Channel = "live_events";
    private const int MaxWaiting = 2_000;

    // Room for the batch's own braces and the node's id.
    private const int MaxEventBytes = INotificationBus.MaxPayloadBytes - 100;

    private readonly Guid _node = Ids.New(clock);

    // Events are hints. When the database does not take them, the oldest go.
    private readonly Channel<WireEvent> _outgoing = System.Threading.Channels.Channel.CreateBounded<WireEvent>(
        new BoundedChannelOptions(MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public void Send(WireEvent message) => _outgoing.Writer.TryWrite(message);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var incoming = bus.Subscribe(Channel, Receive);
        while (await _outgoing.Reader.WaitToReadAsync(stoppingToken))
        {
            try
            {
                await bus.PublishAsync(Channel, NextBatch(), stoppingToken);
            }
            catch (Exception ex) when (ex is not OperationCanceledException)
            {
                LogNotSent(ex);
            }
        }
    }

    internal string NextBatch()
    {
        var batch = new List<WireEvent>();
        var bytes = 0;
        while (_outgoing.Reader.TryPeek(out var next))
        {
            bytes += SizeOf(next) + 1;
            if (batch.Count > 0 && bytes > MaxEventBytes)
            {
                break;
            }

            _outgoing.Reader.TryRead(out _);
            batch.Add(bytes > MaxEventBytes ? next with { Event = next.Event with { Data = null } } : next);
        }

        return JsonSerializer.Serialize(new WireBatch(_node, batch), Json.Snake);
    }

    private static int SizeOf(WireEvent message) => JsonSerializer.SerializeToUtf8Bytes(message, Json.Snake).Length;

    private void Receive(string payload)
    {
        var batch = JsonSerializer.Deserialize<WireBatch>(payload, Json.Snake)!;
        if (batch.Node == _node)
        {
            return;
        }

        foreach (var message in batch.Events)
        {
            hub.Deliver(message.WorkspaceId, message.Event);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Live events could not be sent to the other nodes; their pages see the change when they ask again.")]
    private partial void LogNotSent(Exception exception);
}
