using System.Threading.Channels;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Workflows.Triggers.Schedule;
using Middeck.Studio.Workflows.Triggers.Webhook;

namespace Middeck.Studio.Workflows.Triggers;

/// <summary>Shows people the triggers of apps, and switches them.</summary>
internal sealed class TriggerService(
    AppAccess access, AppStore apps, PublishedApps published, TriggerStore store, WebhookListeners listeners, TimeProvider clock)
{
    public async Task<TriggerList> ListAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var draft = await apps.FindDraftAsync(caller.WorkspaceId, appId, cancellationToken) ?? throw AppFaults.NotFound();
        // Only workflows begin by themselves: a chat begins with a question.
        var nodes = draft.Mode == AppMode.Workflow ? TriggerNode.Of(draft.Config) : [];
        var rows = await store.ListAsync(caller.WorkspaceId, appId, cancellationToken);
        if (nodes.Any(node => !rows.Any(row => row.NodeId == node.Node.Id && row.Kind == node.Kind)))
        {
            await store.AddAsync(caller.WorkspaceId, appId, nodes, clock.GetUtcNow(), cancellationToken);
            rows = await store.ListAsync(caller.WorkspaceId, appId, cancellationToken);
        }

        var shown = rows.FindAll(row => row.IsLive || nodes.Any(node => node.Node.Id == row.NodeId));
        if (shown.Count == 0)
        {
            return new TriggerList([]);
        }

        // By the draft, which is newer; what it does not have any more is called as in the live version.
        var live = await published.FindAsync(appId, cancellationToken);
        var titles = nodes.Concat(live is null ? [] : TriggerNode.Of(live.Config))
            .DistinctBy(static node => node.Node.Id)
            .ToDictionary(static node => node.Node.Id, static node => node.Node.Title);
        return new TriggerList(shown.ConvertAll(row => Of(row, titles.GetValueOrDefault(row.NodeId, ""))));
    }

    public async Task<TriggerInfo> SwitchAsync(
        Caller caller, Guid appId, Guid id, UpdateTrigger change, AuditTrail audit, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var row = await FindAsync(caller, appId, id, cancellationToken);
        if (row.Enabled != change.Enabled)
        {
            // From now on: what was missed while it was off stays missed.
            var next = change.Enabled && row is { IsLive: true, Schedule: { } schedule }
                ? ScheduleTimes.Of(ScheduleSettings.Parse(schedule)).Next(clock.GetUtcNow())
                : null;
            await store.SwitchAsync(id, change.Enabled, next, cancellationToken);
            audit.About("app", appId, app.Name).Change(
                new { Trigger = row.NodeId, row.Enabled }, new { Trigger = row.NodeId, change.Enabled });
        }

        return (await ListAsync(caller, appId, cancellationToken)).Data.FirstOrDefault(trigger => trigger.Id == id)
            ?? throw TriggerFaults.NotFound();
    }

    /// <summary>Lets calls of a webhook's second address run the draft, as long as somebody reads.</summary>
    public async Task<ChannelReader<SseFrame>> ListenAsync(
        Caller caller, Guid userId, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        var row = await FindAsync(caller, appId, id, cancellationToken);
        return row.Kind == TriggerKind.Webhook
            ? await listeners.ListenAsync(id, userId, cancellationToken)
            : throw TriggerFaults.NotAWebhook();
    }

    private async Task<TriggerRow> FindAsync(Caller caller, Guid appId, Guid id, CancellationToken cancellationToken)
        => await store.FindAsync(caller.WorkspaceId, appId, id, cancellationToken) ?? throw TriggerFaults.NotFound();

    private static TriggerInfo Of(TriggerRow row, string title)
    {
        var isWebhook = row.Kind == TriggerKind.Webhook;
        var schedule = row.Schedule is { } text ? ScheduleSettings.Parse(text) : null;
        return new TriggerInfo(
            row.Id, row.NodeId, row.Kind, title, row.IsLive, row.Enabled,
            isWebhook ? TriggerPaths.Of(row.Id) : null, isWebhook ? TriggerPaths.DebugOf(row.Id) : null,
            schedule?.Crons ?? [], schedule?.Timezone, row.NextAt, row.LastAt, row.LastRunId, row.LastStatus, row.CreatedAt);
    }
}
