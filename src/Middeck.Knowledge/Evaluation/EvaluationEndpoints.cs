using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Evaluation;

internal static class EvaluationEndpoints
{
    public static void MapEvaluationEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/{id:guid}/evaluations").WithTags("Evaluation");

        group.MapPost("", StartAsync).WithName("StartEvaluation")
            .WithSummary("Run all test cases, once for each choice of settings").RequirePermission(Permissions.Knowledge.Update);
        group.MapGet("", ListAsync).WithName("ListEvaluations").WithSummary("List evaluations, newest first")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{evaluation:guid}", GetAsync).WithName("GetEvaluation").WithSummary("Read an evaluation case by case")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapDelete("/{evaluation:guid}", DeleteAsync).WithName("DeleteEvaluation").WithSummary("Stop and remove an evaluation")
            .RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Accepted<IReadOnlyList<EvaluationSummary>>> StartAsync(
        Guid id,
        StartEvaluation? request,
        EvaluationService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Accepted(
            $"/api/v1/knowledge-bases/{id}/evaluations",
            await service.StartAsync(context.Caller, id, request ?? new StartEvaluation(), cancellationToken));

    private static async Task<Ok<Page<EvaluationSummary>>> ListAsync(
        Guid id, int? limit, string? cursor, EvaluationService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, id, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<EvaluationDetail>> GetAsync(
        Guid id, Guid evaluation, EvaluationService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, evaluation, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid evaluation, EvaluationService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, evaluation, cancellationToken);
        return TypedResults.NoContent();
    }
}
