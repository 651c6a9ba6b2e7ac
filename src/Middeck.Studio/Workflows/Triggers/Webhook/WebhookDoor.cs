using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;
using Middeck.Studio.Files;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Workflows.Triggers.Webhook;

/// <summary>Takes calls of webhooks: each starts a run.</summary>
internal sealed class WebhookDoor(
    TriggerStore store,
    PublishedApps published,
    AppStore apps,
    EndUsers endUsers,
    WebhookReader reader,
    WebhookListeners listeners,
    WorkflowRunner runner,
    TimeProvider clock)
{
    /// <summary>What runs of webhooks have as their person.</summary>
    public const string Name = "webhook";

    private const string Accepted = """{"status":"success","message":"Webhook processed successfully"}""";

    /// <summary>Runs the live version.</summary>
    /// <exception cref="FaultException"><c>triggers.*</c>, <c>files.*</c>, <c>workflows.*</c>; nothing runs then.</exception>
    public async Task<WebhookAnswer> TakeAsync(Guid id, HttpRequest request, CancellationToken cancellationToken)
    {
        var trigger = await FindAsync(id, cancellationToken);
        if (!trigger.Enabled)
        {
            throw TriggerFaults.Disabled();
        }

        var app = await published.FindAsync(trigger.AppId, cancellationToken) ?? throw TriggerFaults.NotFound();
        var person = await endUsers.GetAsync(trigger.WorkspaceId, trigger.AppId, Name, cancellationToken);
        return await RunAsync(trigger, app, person, Name, request, cancellationToken);
    }

    /// <summary>Runs the draft in the name of who listens, and tells them.</summary>
    /// <exception cref="FaultException">The same, and <c>triggers.nobody_listens</c>.</exception>
    public async Task<WebhookAnswer> TakeForDraftAsync(Guid id, HttpRequest request, CancellationToken cancellationToken)
    {
        var trigger = await FindAsync(id, cancellationToken);
        if (trigger.Listener is not { } listener || !(trigger.ListeningUntil > clock.GetUtcNow()))
        {
            throw TriggerFaults.NobodyListens();
        }

        var app = await apps.FindDraftAsync(trigger.WorkspaceId, trigger.AppId, cancellationToken) ?? throw TriggerFaults.NotFound();
        return await RunAsync(trigger, app, Person.User(listener), null, request, cancellationToken);
    }

    private async Task<TriggerRow> FindAsync(Guid id, CancellationToken cancellationToken)
        => await store.FindAnywhereAsync(id, cancellationToken) is { Kind: TriggerKind.Webhook } trigger
            ? trigger
            : throw TriggerFaults.NotFound();

    private async Task<WebhookAnswer> RunAsync(
        TriggerRow trigger, AppSnapshot app, Person person, string? name, HttpRequest request, CancellationToken cancellationToken)
    {
        var node = TriggerNode.Of(app.Config).FirstOrDefault(node => node.Kind == TriggerKind.Webhook && node.Node.Id == trigger.NodeId)
            ?? throw TriggerFaults.NotFound();
        var settings = WebhookSettings.Read(node.Node.Data);
        if (!request.Method.Equals(settings.Method, StringComparison.OrdinalIgnoreCase))
        {
            return new WebhookAnswer.Refused(
                StatusCodes.Status405MethodNotAllowed,
                Fault.Invalid("triggers.wrong_method", $"The webhook takes {settings.Method}, not {request.Method}."), settings.Method);
        }

        var owner = new FileOwner(app.WorkspaceId, app.Id, person);
        var inputs = await reader.ReadAsync(settings, owner, request, cancellationToken);
        // From here on the caller's going away changes nothing.
        var run = await runner.StartAsync(
            new WorkflowStart(app, WorkflowSource.Webhook, person, name, null, inputs)
            {
                RootId = trigger.NodeId,
                IsBackground = settings.IsAsync,
            },
            CancellationToken.None);
        await (app.Version is null
            ? listeners.TellAsync(trigger.Id, run.Id, CancellationToken.None)
            : store.NoteRunAsync(trigger.Id, run.Id, clock.GetUtcNow(), CancellationToken.None));

        return settings.IsAsync
            ? new WebhookAnswer.Said(
                run.Id, settings.StatusCode, settings.ResponseBody.Length > 0 ? settings.ResponseBody : Accepted)
            : await WaitAsync(settings, run, cancellationToken);
    }

    private async Task<WebhookAnswer> WaitAsync(WebhookSettings settings, WorkflowRun run, CancellationToken cancellationToken)
    {
        WorkflowEvent last;
        try
        {
            last = await LastOfAsync(run, cancellationToken).WaitAsync(settings.Timeout, clock, cancellationToken);
        }
        catch (Exception ex) when (ex is TimeoutException
            || (ex is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // It takes longer, or another node goes on with it.
            return GoesOn(run.Id, WorkflowStatus.Running);
        }

        using var document = JsonDocument.Parse(last.Body);
        var data = document.RootElement.GetProperty("data");
        return (last.Name, data.GetProperty("status").GetString()) switch
        {
            ("workflow_paused", _) => GoesOn(run.Id, WorkflowStatus.Paused),
            (_, WorkflowStatus.Succeeded or WorkflowStatus.PartialSucceeded)
                => new WebhookAnswer.Said(run.Id, settings.StatusCode, data.GetProperty("outputs").GetRawText()),
            (_, WorkflowStatus.Stopped) => Failed("The run was stopped."),
            _ => Failed(data.GetProperty("error").GetString() ?? "The run failed."),
        };
    }

    private static async Task<WorkflowEvent> LastOfAsync(WorkflowRun run, CancellationToken cancellationToken)
    {
        await run.WaitForTurnAsync(cancellationToken);
        return await run.Stream.End;
    }

    private static WebhookAnswer.Said GoesOn(Guid run, string status) => new(
        run, StatusCodes.Status202Accepted, JsonSerializer.Serialize(new { workflow_run_id = run, status }));

    private static WebhookAnswer.Refused Failed(string sentence)
        => new(StatusCodes.Status500InternalServerError, new Fault(FaultKind.Upstream, "triggers.run_failed", sentence));
}
