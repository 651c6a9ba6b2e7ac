using Middeck.Studio.Apps;
using Middeck.Studio.Workflows.Triggers.Schedule;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>Gives triggers their rows when a version goes live.</summary>
internal sealed class TriggerSync(AppStore apps, TriggerStore store, TimeProvider clock)
{
    /// <summary>Makes the rows those of the live version.</summary>
    public async Task SyncAsync(Guid appId, CancellationToken cancellationToken)
    {
        if (await apps.FindPublishedAsync(appId, cancellationToken) is not { Mode: AppMode.Workflow, Version: { } version } live)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var draft = await apps.FindDraftAsync(live.WorkspaceId, appId, cancellationToken);
        await store.SyncAsync(
            live.WorkspaceId, appId, version,
            [.. TriggerNode.Of(live.Config).Select(trigger => Of(trigger, now))],
            [.. TriggerNode.Of((draft ?? live).Config).Select(static trigger => trigger.Node.Id)],
            now, cancellationToken);
    }

    private static LiveTrigger Of(TriggerNode trigger, DateTimeOffset now)
    {
        var settings = trigger.Kind == TriggerKind.Schedule ? ScheduleSettings.Find(trigger.Node.Data) : null;
        return new LiveTrigger(
            trigger.Node.Id, trigger.Kind, settings?.ToJson(), settings is null ? null : ScheduleTimes.Of(settings).Next(now));
    }
}
