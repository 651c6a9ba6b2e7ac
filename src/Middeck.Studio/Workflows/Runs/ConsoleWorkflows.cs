using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Configuration;
using Middeck.Studio.Conversations;
using Middeck.Studio.Workflows.Forms;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>Lets people of the console run graphs and look at runs.</summary>
internal sealed class ConsoleWorkflows(
    AppAccess access,
    RunnableApps apps,
    AppVersionStore versions,
    WorkflowInputs inputs,
    WorkflowRunner runner,
    WorkflowRunStore store,
    WorkflowFormStore formStore,
    FormMailStore mailStore,
    WorkflowForms forms,
    WorkflowWatcher watcher,
    WorkflowKeeper keeper,
    TimeProvider clock)
{
    private const int MostEvents = 20_000;

    /// <summary>Starts a run. When it returns, the run is written down, and works unless it is asked for in the background.</summary>
    public async Task<WorkflowRun> RunAsync(
        Caller caller, Guid userId, Guid appId, RunWorkflow request, CancellationToken cancellationToken)
    {
        var run = await StartAsync(caller, userId, appId, request, cancellationToken);
        if (!request.Async)
        {
            await run.WaitForTurnAsync(cancellationToken);
        }

        return run;
    }

    /// <summary>Runs what a run ran once more with the same inputs.</summary>
    public async Task<WorkflowRun> RepeatAsync(
        Caller caller, Guid userId, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, userId, appId, id, cancellationToken);
        var request = new RunWorkflow { Inputs = row.Inputs, Draft = row.Version is null, Version = row.Version };
        if (await store.FindStartAsync(id, cancellationToken) is not { RootId: { } root } began)
        {
            return await RunAsync(caller, userId, appId, request, cancellationToken);
        }

        // What a trigger delivered was checked then, and its files are the app's own.
        var app = await OpenAsync(caller, appId, request, cancellationToken);
        var run = await runner.StartAsync(
            new WorkflowStart(app, WorkflowSource.Console, Person.User(userId), null, null, began.Inputs) { RootId = root },
            cancellationToken);
        await run.WaitForTurnAsync(cancellationToken);
        return run;
    }

    public async Task<Page<WorkflowRunInfo>> ListAsync(
        Caller caller, Guid userId, Guid appId, WorkflowFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        // Who may not see what others did sees the own runs.
        filter = caller.Has(Permissions.Apps.Logs) ? filter : filter with { UserId = userId };
        var rows = await store.ListAsync(caller.WorkspaceId, appId, filter, page, cancellationToken);
        return page.ToPage(rows.ConvertAll(WorkflowRunInfo.Of), run => run.Id);
    }

    public async Task<WorkflowRunDetail> ShowAsync(
        Caller caller, Guid userId, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        var row = await FindAsync(caller, userId, appId, id, cancellationToken);
        var config = await store.FindConfigAsync(id, cancellationToken);
        var shown = await formStore.OfRunAsync(id, cancellationToken);
        var mails = (await mailStore.OfRunAsync(id, cancellationToken)).ToLookup(static one => one.FormId, static one => one.Mail);
        var events = await store.NodeEventsAsync(id, MostEvents, cancellationToken);
        return new WorkflowRunDetail(
            WorkflowRunInfo.Of(row), config.Member("graph") ?? JsonSerializer.SerializeToElement(new { }), NodesOf(events),
            shown.ConvertAll(form => WorkflowFormInfo.Of(form, [.. mails[form.Id]])));
    }

    public async Task<ChannelReader<SseFrame>> WatchAsync(
        Caller caller, Guid userId, Guid appId, Guid id, RunPlace after, CancellationToken cancellationToken)
    {
        await FindAsync(caller, userId, appId, id, cancellationToken);
        return watcher.Watch(
            token => store.FindAsync(caller.WorkspaceId, appId, id, token), id, after, waitsForPeople: true,
            WorkflowWatcher.ForConsole, cancellationToken);
    }

    public async Task StopAsync(Caller caller, Guid userId, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await FindAsync(caller, userId, appId, id, cancellationToken);
        if (await store.RequestStopAsync(caller.WorkspaceId, appId, id, person: null, clock.GetUtcNow(), cancellationToken))
        {
            await keeper.StopRunAsync(id, cancellationToken);
        }
    }

    public async Task AnswerAsync(
        Caller caller, Guid userId, Guid appId, Guid id, Guid formId, AnswerForm answer, CancellationToken cancellationToken)
    {
        await FindAsync(caller, userId, appId, id, cancellationToken);
        var form = await formStore.FindAsync(caller.WorkspaceId, id, formId, cancellationToken) ?? throw WorkflowFaults.FormNotFound();
        await forms.AnswerAsync(form, answer.Action, answer.Inputs, cancellationToken);
    }

    private async Task<WorkflowRun> StartAsync(
        Caller caller, Guid userId, Guid appId, RunWorkflow request, CancellationToken cancellationToken)
    {
        var app = await OpenAsync(caller, appId, request, cancellationToken);
        if (!AppMode.IsGraph(app.Mode) || (app.Mode != AppMode.Workflow && request.NodeId is null))
        {
            throw WorkflowFaults.NotAWorkflow();
        }

        var person = Person.User(userId);
        var given = request.Inputs ?? default;
        if (request.NodeId is { } nodeId)
        {
            return app.Version is null
                ? await runner.StartAsync(
                    AloneOf(app, person, nodeId, given, request.Preset) with { IsBackground = request.Async }, cancellationToken)
                : throw WorkflowFaults.NodeNeedsDraft();
        }

        var (values, beside) = request.RootId is null
            ? await inputs.ReadAsync(app, person, given, request.Files ?? default, cancellationToken)
            : (WorkflowInputs.OfTrigger(given), Segment.Of([], SegmentType.ArrayFile));
        return await runner.StartAsync(
            new WorkflowStart(app, WorkflowSource.Console, person, null, null, values)
            {
                Files = beside,
                RootId = request.RootId,
                IsBackground = request.Async,
            },
            cancellationToken);
    }

    private async Task<WorkflowRow> FindAsync(
        Caller caller, Guid userId, Guid appId, Guid id, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        var row = await store.FindAsync(caller.WorkspaceId, appId, id, cancellationToken);
        return row is not null && (caller.Has(Permissions.Apps.Logs) || row.Person == Person.User(userId))
            ? row
            : throw WorkflowFaults.RunNotFound();
    }

    private async Task<AppSnapshot> OpenAsync(
        Caller caller, Guid appId, RunWorkflow request, CancellationToken cancellationToken)
    {
        if (request.Version is not { } version)
        {
            return await apps.OpenAsync(caller, appId, request.Draft, cancellationToken);
        }

        if (!caller.Has(Permissions.Apps.Update))
        {
            throw new FaultException(Fault.Forbidden(Permissions.Apps.Update));
        }

        await access.FindAsync(caller, appId, AccessLevel.Edit, cancellationToken);
        return await versions.FindSnapshotAsync(caller.WorkspaceId, appId, version, cancellationToken)
            ?? throw WorkflowFaults.VersionNotFound();
    }

    private static WorkflowStart AloneOf(AppSnapshot app, Person person, string nodeId, JsonElement given, JsonElement? preset)
        => new(app, WorkflowSource.Console, person, null, null, SegmentJson.ReadFields(given))
        {
            OnlyNodeId = nodeId,
            Preset = preset is { ValueKind: JsonValueKind.Object } nodes
                ? nodes.EnumerateObject().ToDictionary(node => node.Name, node => SegmentJson.ReadFields(node.Value))
                : new Dictionary<string, IReadOnlyDictionary<string, Segment>>(),
            Conversation = DeclaredVariables.Read(app.Config.Section("conversation_variables") ?? default),
        };

    private static List<JsonElement> NodesOf(List<JournalRow> events)
    {
        var nodes = new OrderedDictionary<string, JsonElement>();
        foreach (var entry in events)
        {
            var data = JsonNode.Parse(entry.Body)!["data"]!.AsObject();
            data["key"] = entry.NodeKey;
            nodes[entry.NodeKey!] = JsonSerializer.SerializeToElement(data);
        }

        return [.. nodes.Values];
    }
}
