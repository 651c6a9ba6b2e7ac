using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Audit;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Workflows.Runs;

internal static class WorkflowEndpoints
{
    public static void MapWorkflowEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/workflow-runs").WithTags("Workflows")
            .RequirePermission(Permissions.Apps.Use).WithoutAudit();
        group.MapPost("", RunAsync).WithName("RunWorkflow").WithSummary("Run a workflow, or one node of a draft, and watch it")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream").Produces<StartedRun>(StatusCodes.Status202Accepted);
        group.MapGet("", ListAsync).WithName("ListWorkflowRuns").WithSummary("List an app's runs, the latest first");
        group.MapGet("/{runId:guid}", ShowAsync).WithName("GetWorkflowRun").WithSummary("Read a run with what its nodes did");
        group.MapGet("/{runId:guid}/events", WatchAsync).WithName("WatchWorkflowRun")
            .WithSummary("Watch a run from a place on, whichever node works on it, also after its end")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/{runId:guid}/stop", StopAsync).WithName("StopWorkflowRun").WithSummary("Stop a run");
        group.MapPost("/{runId:guid}/restart", RepeatAsync).WithName("RestartWorkflowRun")
            .WithSummary("Run the same once more with the same inputs and watch it")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/{runId:guid}/forms/{formId:guid}", AnswerAsync).WithName("AnswerWorkflowForm")
            .WithSummary("Fill in a form that a run waits for");
    }

    private static async Task<IResult> RunAsync(
        Guid id, RunWorkflow body, string? mode, CallerContext context, ConsoleWorkflows workflows,
        CancellationToken cancellationToken)
    {
        var request = mode switch
        {
            "async" => body with { Async = true },
            null or "" or "streaming" => body,
            _ => throw new FaultException(Fault.Invalid("workflows.invalid_mode", "mode must be streaming or async.", "mode")),
        };
        var run = await workflows.RunAsync(context.Caller, context.UserId, id, request, cancellationToken);
        return request.Async
            ? TypedResults.Accepted($"/api/v1/apps/{id}/workflow-runs/{run.Id}", new StartedRun(run.Id))
            : Stream(run);
    }

    private static async Task<IResult> RepeatAsync(
        Guid id, Guid runId, CallerContext context, ConsoleWorkflows workflows, CancellationToken cancellationToken)
        => Stream(await workflows.RepeatAsync(context.Caller, context.UserId, id, runId, cancellationToken));

    private static async Task<Ok<Page<WorkflowRunInfo>>> ListAsync(
        Guid id,
        string? status,
        string? words,
        int? limit,
        string? cursor,
        CallerContext context,
        ConsoleWorkflows workflows,
        CancellationToken cancellationToken)
    {
        if (status is not null && !WorkflowStatus.Known.Contains(status))
        {
            throw new FaultException(Fault.Invalid(
                "workflows.invalid_status", $"status must be one of: {string.Join(", ", WorkflowStatus.Known)}.", "status"));
        }

        return TypedResults.Ok(await workflows.ListAsync(
            context.Caller, context.UserId, id, new WorkflowFilter(status, words), PageRequest.Parse(limit, cursor), cancellationToken));
    }

    private static async Task<Ok<WorkflowRunDetail>> ShowAsync(
        Guid id, Guid runId, CallerContext context, ConsoleWorkflows workflows, CancellationToken cancellationToken)
        => TypedResults.Ok(await workflows.ShowAsync(context.Caller, context.UserId, id, runId, cancellationToken));

    private static async Task<RunStreamResult> WatchAsync(
        Guid id,
        Guid runId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CallerContext context,
        ConsoleWorkflows workflows,
        CancellationToken cancellationToken)
        => new(
            await workflows.WatchAsync(
                context.Caller, context.UserId, id, runId, RunPlace.Parse(lastEventId), cancellationToken),
            SseWriter.CommentPing);

    private static async Task<NoContent> StopAsync(
        Guid id, Guid runId, CallerContext context, ConsoleWorkflows workflows, CancellationToken cancellationToken)
    {
        await workflows.StopAsync(context.Caller, context.UserId, id, runId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AnswerAsync(
        Guid id,
        Guid runId,
        Guid formId,
        AnswerForm body,
        CallerContext context,
        ConsoleWorkflows workflows,
        CancellationToken cancellationToken)
    {
        await workflows.AnswerAsync(context.Caller, context.UserId, id, runId, formId, body, cancellationToken);
        return TypedResults.NoContent();
    }

    private static RunStreamResult Stream(WorkflowRun run)
        => new(new WorkflowFrames(run, WorkflowWatcher.ForConsole), SseWriter.CommentPing);
}
