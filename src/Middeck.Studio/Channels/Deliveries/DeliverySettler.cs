using System.Diagnostics;
using Microsoft.Extensions.Options;
using Middeck.Studio.Apps;

namespace Middeck.Studio.Channels.Deliveries;

/// <summary>Writes down what an attempt came to, and what it says of the channel.</summary>
internal sealed class DeliverySettler(
    DeliveryStore store, ChannelStore channels, AppAnnouncer announcer, IOptions<ChannelOptions> options, TimeProvider clock)
{
    public async Task SettleAsync(
        ChannelRow channel, DeliveryRow delivery, DeliveryOutcome outcome, double duration, Guid node,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        switch (outcome)
        {
            case DeliveryOutcome.Later(var after):
                await store.PostponeAsync(delivery.Id, node, now + after, cancellationToken);
                break;
            case DeliveryOutcome.Ignored(var reason):
                await EndAsync(DeliveryState.Ignored, reason);
                break;
            case DeliveryOutcome.Delivered:
                await EndAsync(DeliveryState.Delivered, null);
                await channels.NoteSuccessAsync(channel.Id, now, cancellationToken);
                if (channel.FailingSince is not null || channel.LastSuccessAt is null)
                {
                    announcer.Changed(channel.WorkspaceId, channel.AppId);
                }

                break;
            case DeliveryOutcome.Retry(var error, var after) when delivery.Attempt < options.Value.MaxAttempts:
                await store.SettleAsync(
                    delivery.Id, node, DeliveryState.Waiting, outcome, error, duration,
                    now + DeliveryPause.After(delivery.Attempt, after), null, cancellationToken);
                await NoteAsync(error, null);
                break;
            case DeliveryOutcome.Retry(var error, _):
                await EndAsync(DeliveryState.Failed, error);
                await NoteAsync(error, null);
                break;
            case DeliveryOutcome.Failed { IsOwnFault: true } failed:
                await EndAsync(DeliveryState.Failed, failed.Error);
                break;
            case DeliveryOutcome.Failed failed:
                await EndAsync(DeliveryState.Failed, failed.Error);
                await NoteAsync(failed.Error, failed.SwitchOff);
                break;
            default:
                throw new UnreachableException();
        }

        Task EndAsync(DeliveryState state, string? error) => store.SettleAsync(
            delivery.Id, node, state, outcome, error, duration, now, now, cancellationToken);

        // A bot that fails hurts nobody but those who write to it; a program that is gone would be called for ever.
        async Task NoteAsync(string error, string? switchOff)
        {
            var hours = options.Value.SwitchOffAfterHours;
            var isOff = await channels.NoteFailureAsync(
                channel.Id, error, now, switchOff, channel.IsBot ? null : now.AddHours(-hours),
                $"Every attempt failed for {hours} hours. The last one: {error}", cancellationToken);
            if (isOff || channel.FailingSince is null)
            {
                announcer.Changed(channel.WorkspaceId, channel.AppId);
            }
        }
    }
}
