using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;

namespace Middeck.Observability.Errors;

internal static class ErrorEndpoints
{
    public static void MapErrorEndpoints(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("/api/v1/errors").WithTags("Errors").RequirePermission(Permissions.Errors.Read);
        own.MapGet("", ListAsync).WithName("ListErrors").WithSummary("Read the workspace's error log, newest first");
        own.MapGet("/{id:guid}", GetAsync).WithName("GetError")
            .WithSummary("Read one failure; operators of the installation see its stack trace");

        var all = routes.MapGroup("/api/v1/admin/errors").WithTags("Administration")
            .RequirePermission(Permissions.Installation.Errors);
        all.MapGet("", ListAllAsync).WithName("ListInstallationErrors").WithSummary("Read the whole error log, newest first");
        all.MapGet("/{id:guid}", GetAnyAsync).WithName("GetInstallationError").WithSummary("Read one failure of any workspace");
    }

    private static async Task<Ok<Page<ErrorEntry>>> ListAsync(
        ErrorStore errors, CallerContext caller, int? limit, string? cursor, string? trace_id, CancellationToken cancellationToken)
        => TypedResults.Ok(await errors.ListAsync(
            caller.WorkspaceId, trace_id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<Ok<ErrorEntry>, ProblemHttpResult>> GetAsync(
        Guid id, ErrorStore errors, CallerContext caller, CancellationToken cancellationToken)
        => await errors.FindAsync(caller.WorkspaceId, id, cancellationToken) is { } entry
            // A stack trace tells about the installation, not about the workspace.
            ? TypedResults.Ok(caller.Caller.IsInstallationAdmin ? entry : entry with { StackTrace = null })
            : NotFound();

    private static async Task<Ok<Page<ErrorEntry>>> ListAllAsync(
        ErrorStore errors, int? limit, string? cursor, string? trace_id, CancellationToken cancellationToken)
        => TypedResults.Ok(await errors.ListAsync(null, trace_id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<Ok<ErrorEntry>, ProblemHttpResult>> GetAnyAsync(
        Guid id, ErrorStore errors, CancellationToken cancellationToken)
        => await errors.FindAsync(null, id, cancellationToken) is { } entry ? TypedResults.Ok(entry) : NotFound();

    private static ProblemHttpResult NotFound()
        => Problems.NotFound("errors.not_found", "The error log has no such row, or it has been removed after its time.");
}
