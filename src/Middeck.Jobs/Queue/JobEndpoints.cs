using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Storage.Sql;

namespace Middeck.Jobs.Queue;

internal static class JobEndpoints
{
    public static void MapJobEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/jobs").WithTags("Jobs").RequirePermission(Permissions.Jobs.Read);

        group.MapGet("", ListAsync).WithName("ListJobs").WithSummary("List background jobs, newest first");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetJob").WithSummary("Read a background job");
        group.MapPost("/{id:guid}/cancel", CancelAsync).WithName("CancelJob")
            .WithSummary("Stop a waiting or running job").RequirePermission(Permissions.Jobs.Cancel);
        group.MapPost("/{id:guid}/retry", RetryAsync).WithName("RetryJob")
            .WithSummary("Run a failed or cancelled job again").RequirePermission(Permissions.Jobs.Cancel);
    }

    private static async Task<Ok<Page<Job>>> ListAsync(
        JobStore jobs, CallerContext caller, string? state, string? kind, int? limit, string? cursor, CancellationToken cancellationToken)
        => TypedResults.Ok(await jobs.ListAsync(
            caller.WorkspaceId, ParseState(state), kind, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<Ok<Job>, ProblemHttpResult>> GetAsync(
        Guid id, IJobQueue jobs, CallerContext caller, CancellationToken cancellationToken)
        => await jobs.FindAsync(caller.WorkspaceId, id, cancellationToken) is { } job ? TypedResults.Ok(job) : NotFound();

    private static async Task<Results<Ok<Job>, ProblemHttpResult>> CancelAsync(
        Guid id, IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        switch (await jobs.CancelAsync(caller.WorkspaceId, id, cancellationToken))
        {
            case CancelOutcome.Cancelled(var job):
                audit.About("job", job.Id, job.Title);
                return TypedResults.Ok(job);
            case CancelOutcome.NotFound:
                return NotFound();
            case CancelOutcome.AlreadyFinished(var state):
                return Problems.Conflict("jobs.already_finished", $"The job is already {SnakeCase.Of(state.ToString())}.");
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<Results<Ok<Job>, ProblemHttpResult>> RetryAsync(
        Guid id, IJobQueue jobs, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        switch (await jobs.RetryAsync(caller.WorkspaceId, id, cancellationToken))
        {
            case RetryOutcome.Queued(var job):
                audit.About("job", job.Id, job.Title);
                return TypedResults.Ok(job);
            case RetryOutcome.NotFound:
                return NotFound();
            case RetryOutcome.NotFailed(var state):
                return Problems.Conflict(
                    "jobs.not_failed", $"Only a failed or cancelled job can be run again; this one is {SnakeCase.Of(state.ToString())}.");
            default:
                throw new UnreachableException();
        }
    }

    private static JobState? ParseState(string? state)
    {
        if (string.IsNullOrEmpty(state))
        {
            return null;
        }

        foreach (var value in Enum.GetValues<JobState>())
        {
            if (SnakeCase.Of(value.ToString()) == state)
            {
                return value;
            }
        }

        throw new FaultException(Fault.Invalid(
            "jobs.invalid_state", "state must be waiting, running, succeeded, failed or cancelled.", "state"));
    }

    private static ProblemHttpResult NotFound()
        => Problems.NotFound("jobs.not_found", "The job does not exist in this workspace, or its row has been removed after its time.");
}
