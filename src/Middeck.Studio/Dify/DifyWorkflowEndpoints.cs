using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Apps;
using Middeck.Studio.Chat;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Dify;

/// <summary>Dify's calls that run workflows and look at their runs.</summary>
internal static class DifyWorkflowEndpoints
{
    public static void MapDifyWorkflowEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/workflows/run", RunAsync).WithName("DifyRunWorkflow").WithSummary("Run the workflow")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapPost("/workflows/{workflowId}/run", RunVersionAsync).WithName("DifyRunWorkflowVersion")
            .WithSummary("Run a version of the workflow").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapGet("/workflows/run/{runId}", FindAsync).WithName("DifyGetWorkflowRun").WithSummary("Read a run");
        routes.MapPost("/workflows/tasks/{taskId}/stop", StopAsync).WithName("DifyStopWorkflow").WithSummary("Stop a run");
        routes.MapGet("/workflows/logs", ListAsync).WithName("DifyListWorkflowLogs").WithSummary("List runs");
        routes.MapGet("/workflow/{runId}/events", WatchAsync).WithName("DifyWatchWorkflow")
            .WithSummary("Watch a run from its beginning on").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        routes.MapGet("/form/human_input/{token}", FormAsync).WithName("DifyGetForm").WithSummary("Read a form that a run waits for");
        routes.MapPost("/form/human_input/{token}", AnswerAsync).WithName("DifyAnswerForm").WithSummary("Fill in a form");
    }

    private static async Task<IResult> RunAsync(
        DifyWorkflowRequest? body, DifyCaller caller, WorkflowInputs inputs, WorkflowRunner runner, CancellationToken cancellationToken)
    {
        if (await caller.PublishedAsync(cancellationToken) is { } published)
        {
            DifyModes.EnsureWorkflow(published);
        }

        var request = body ?? new DifyWorkflowRequest();
        var isStreaming = DifyAnswers.IsStreaming(request.ResponseMode);
        return await StartAsync(
            request, isStreaming, () => caller.AppAsync(cancellationToken), caller, inputs, runner, cancellationToken);
    }

    private static async Task<IResult> RunVersionAsync(
        string workflowId, DifyWorkflowRequest? body, DifyCaller caller, AppVersionStore versions, WorkflowInputs inputs,
        WorkflowRunner runner, CancellationToken cancellationToken)
    {
        DifyModes.EnsureWorkflow(await caller.AppAsync(cancellationToken));
        var request = body ?? new DifyWorkflowRequest();
        var isStreaming = DifyAnswers.IsStreaming(request.ResponseMode);
        var version = DifyIds.Required("workflow_id", workflowId);
        return await StartAsync(
            request, isStreaming,
            async () => await versions.FindSnapshotAsync(caller.WorkspaceId, caller.AppId, version, cancellationToken)
                ?? throw WorkflowFaults.VersionNotFound(),
            caller, inputs, runner, cancellationToken);
    }

    private static async Task<IResult> StartAsync(
        DifyWorkflowRequest request, bool isStreaming, Func<Task<AppSnapshot>> open, DifyCaller caller, WorkflowInputs inputs,
        WorkflowRunner runner, CancellationToken cancellationToken)
    {
        var given = DifyChatEndpoints.InputsOf(request.Inputs);
        var name = DifyCaller.Name(request.User, isNeeded: true);
        var app = await open();
        var person = await caller.GetAsync(name, cancellationToken);
        var (values, files) = await inputs.ReadAsync(app, person, given, request.Files ?? default, cancellationToken);
        var run = await runner.StartAsync(
            new WorkflowStart(app, WorkflowSource.Api, person, name, caller.Caller.KeyId, values) { Files = files }, cancellationToken);
        await run.WaitForTurnAsync(cancellationToken);
        return isStreaming
            ? new RunStreamResult(new WorkflowFrames(run, WorkflowWatcher.ForApi), DifyAnswers.Ping)
            : Whole(await run.Stream.End.WaitAsync(cancellationToken), run.Id);
    }

    // The last event says all that a blocking call tells.
    private static Ok<DifyWorkflowAnswer> Whole(WorkflowEvent last, Guid id)
    {
        using var document = JsonDocument.Parse(last.Body);
        return TypedResults.Ok(new DifyWorkflowAnswer(id, id, document.RootElement.GetProperty("data").Clone()));
    }

    private static async Task<Ok<DifyWorkflowRun>> FindAsync(
        string runId, DifyCaller caller, WorkflowRunStore store, CancellationToken cancellationToken)
    {
        DifyModes.EnsureGraph(await caller.AppAsync(cancellationToken));
        return TypedResults.Ok(DifyWorkflowRun.Of(await RowAsync(runId, caller, store, cancellationToken)));
    }

    private static async Task<Ok<DifyResult>> StopAsync(
        string taskId, DifyUserRequest? body, DifyCaller caller, WorkflowRunStore store, WorkflowKeeper keeper, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        DifyModes.EnsureWorkflow(await caller.AppAsync(cancellationToken));
        var name = DifyCaller.Name(body?.User, isNeeded: true);
        if (Guid.TryParse(taskId, out var id) && await caller.FindAsync(name, cancellationToken) is { } person
            && await store.RequestStopAsync(caller.WorkspaceId, caller.AppId, id, person, clock.GetUtcNow(), cancellationToken))
        {
            await keeper.StopRunAsync(id, cancellationToken);
        }

        return TypedResults.Ok(DifyResult.Success);
    }

    private static async Task<Ok<DifyWorkflowLogs>> ListAsync(
        string? keyword,
        string? status,
        string? page,
        string? limit,
        [FromQuery(Name = "created_at__before")] string? before,
        [FromQuery(Name = "created_at__after")] string? after,
        [FromQuery(Name = "created_by_end_user_session_id")] string? endUser,
        [FromQuery(Name = "created_by_account")] string? account,
        DifyCaller caller,
        WorkflowRunStore store,
        CancellationToken cancellationToken)
    {
        if (status is not (null or "" or WorkflowStatus.Succeeded or WorkflowStatus.Failed or WorkflowStatus.Stopped))
        {
            throw DifyFaults.Invalid("status", "status must be succeeded, failed or stopped.");
        }

        var number = DifyPaging.ReadPage(page);
        var size = DifyPaging.ReadLimit(limit);
        var filter = new WorkflowFilter(
            string.IsNullOrEmpty(status) ? null : status, string.IsNullOrEmpty(keyword) ? null : keyword, Time("created_at__before", before),
            Time("created_at__after", after), string.IsNullOrEmpty(endUser) ? null : endUser, DifyIds.Optional("created_by_account", account),
            PublishedOnly: true);
        var (rows, total) = await store.ListAsync(caller.WorkspaceId, caller.AppId, filter, number, size, cancellationToken);
        return TypedResults.Ok(new DifyWorkflowLogs(
            number, size, total, (long)number * size < total, rows.ConvertAll(DifyWorkflowLog.Of)));
    }

    private static async Task<RunStreamResult> WatchAsync(
        string runId,
        string? user,
        [FromQuery(Name = "continue_on_pause")] string? continueOnPause,
        DifyCaller caller,
        WorkflowRunStore store,
        WorkflowWatcher watcher,
        CancellationToken cancellationToken)
    {
        DifyModes.EnsureGraph(await caller.AppAsync(cancellationToken));
        var name = DifyCaller.Name(user, isNeeded: true);
        var row = await RowAsync(runId, caller, store, cancellationToken);
        if (await caller.FindAsync(name, cancellationToken) is not { } person || row.Person != person)
        {
            throw WorkflowFaults.RunNotFound();
        }

        return new RunStreamResult(
            watcher.Watch(
                token => store.FindAsync(caller.WorkspaceId, caller.AppId, row.Id, token), row.Id, default,
                waitsForPeople: continueOnPause is "true" or "True" or "1", WorkflowWatcher.ForApi, cancellationToken),
            DifyAnswers.Ping);
    }

    private static async Task<Ok<DifyForm>> FormAsync(
        string token, DifyCaller caller, WorkflowFormStore forms, TimeProvider clock, CancellationToken cancellationToken)
        => TypedResults.Ok(DifyForm.Of(await OpenFormAsync(token, caller, forms, clock, cancellationToken)));

    private static async Task<Ok<DifyNothing>> AnswerAsync(
        string token, DifyFormRequest? body, DifyCaller caller, WorkflowFormStore forms, WorkflowForms answers, TimeProvider clock,
        CancellationToken cancellationToken)
    {
        DifyCaller.Name(body?.User, isNeeded: true);
        var inputs = DifyChatEndpoints.InputsOf(body!.Inputs);
        var action = body.Action ?? throw DifyFaults.Missing("action");
        var form = await OpenFormAsync(token, caller, forms, clock, cancellationToken);
        await answers.AnswerAsync(form, action, inputs, cancellationToken);
        return TypedResults.Ok(new DifyNothing());
    }

    private static async Task<WorkflowForm> OpenFormAsync(
        string token, DifyCaller caller, WorkflowFormStore forms, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = await forms.FindAsync(caller.WorkspaceId, caller.AppId, token, cancellationToken)
            ?? throw WorkflowFaults.FormNotFound();
        return form.Action is not null ? throw WorkflowFaults.Submitted()
            : form.ClosedAt is not null || form.ExpiresAt <= clock.GetUtcNow() ? throw WorkflowFaults.Expired()
            : form;
    }

    private static async Task<WorkflowRow> RowAsync(
        string runId, DifyCaller caller, WorkflowRunStore store, CancellationToken cancellationToken)
        => Guid.TryParse(runId, out var id)
            && await store.FindAsync(caller.WorkspaceId, caller.AppId, id, cancellationToken) is { } row
                ? row
                : throw WorkflowFaults.RunNotFound();

    private static DateTimeOffset? Time(string field, string? text)
        => string.IsNullOrEmpty(text) ? null
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime()
            : throw DifyFaults.Invalid(field, $"{text} is no time such as 2026-01-31T08:00:00Z.");
}
