using System.Text.Json;
using System.Threading.Channels;
using Middeck.Http.Streaming;
using Middeck.Storage.Notifications;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>People who try out webhooks: as long as one reads here, calls of the debug address run the draft, on whichever node they come.</summary>
internal sealed class WebhookListeners(TriggerStore store, INotificationBus bus, TimeProvider clock)
{
    private const string Called = "studio_webhook_called";
    private static readonly TimeSpan _renewal = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    /// <summary>Listens until the reader goes away: first <c>listening</c>, then <c>triggered</c> with the run of each call.</summary>
    public async Task<ChannelReader<SseFrame>> ListenAsync(Guid id, Guid listener, CancellationToken cancellationToken)
    {
        var frames = Channel.CreateUnbounded<SseFrame>();
        var hearing = bus.Subscribe(Called, payload =>
        {
            if (payload.Split(' ') is [var trigger, var run] && trigger == id.ToString())
            {
                frames.Writer.TryWrite(Frame(new { @event = "triggered", data = new { workflow_run_id = run } }));
            }
        });
        try
        {
            await store.ListenAsync(id, listener, clock.GetUtcNow() + _patience, cancellationToken);
        }
        catch
        {
            hearing.Dispose();
            throw;
        }

        frames.Writer.TryWrite(Frame(new { @event = "listening", data = new { webhook_debug_url = TriggerPaths.DebugOf(id) } }));
        _ = Task.Run(() => KeepAsync(id, listener, hearing, frames.Writer, cancellationToken), CancellationToken.None);
        return frames.Reader;
    }

    /// <summary>Tells who listens that a call began a run.</summary>
    public Task TellAsync(Guid id, Guid run, CancellationToken cancellationToken)
        => bus.PublishAsync(Called, $"{id} {run}", cancellationToken);

    private async Task KeepAsync(
        Guid id, Guid listener, IDisposable hearing, ChannelWriter<SseFrame> frames, CancellationToken cancellationToken)
    {
        using (hearing)
        {
            Exception? fault = null;
            try
            {
                using var timer = new PeriodicTimer(_renewal, clock);
                while (await timer.WaitForNextTickAsync(cancellationToken))
                {
                    await store.ListenAsync(id, listener, clock.GetUtcNow() + _patience, cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                await store.EndListeningAsync(id, listener, CancellationToken.None);
            }
            catch (Exception ex)
            {
                // Breaks the stream off; the page listens again.
                fault = ex;
            }

            frames.Complete(fault);
        }
    }

    private static SseFrame Frame(object body) => new(JsonSerializer.Serialize(body));
}
