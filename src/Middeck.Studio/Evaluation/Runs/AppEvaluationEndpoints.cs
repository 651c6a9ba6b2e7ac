using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Evaluation.Runs;

internal static class AppEvaluationEndpoints
{
    public static void MapAppEvaluationEndpoints(this IEndpointRouteBuilder routes)
    {
        var app = routes.MapGroup("/api/v1/apps/{id:guid}").WithTags("App evaluation").RequirePermission(Permissions.Apps.Update);
        app.MapGet("/test-sets/{setId:guid}/estimate", EstimateAsync).WithName("EstimateAppEvaluation")
            .WithSummary("Read what a run over a test set is likely to take");
        app.MapGet("/evaluations", ListAsync).WithName("ListAppEvaluations").WithSummary("List an app's evaluations, newest first");
        app.MapPost("/evaluations", StartAsync).WithName("StartAppEvaluation")
            .WithSummary("Ask a version or the draft all questions of a test set, and judge the answers");
        app.MapGet("/evaluations/{evaluationId:guid}", FindAsync).WithName("GetAppEvaluation")
            .WithSummary("Read how far an evaluation is and what came out");
        app.MapDelete("/evaluations/{evaluationId:guid}", DeleteAsync).WithName("DeleteAppEvaluation")
            .WithSummary("Stop and remove an evaluation");
        app.MapGet("/evaluations/{evaluationId:guid}/results", ResultsAsync).WithName("ListAppEvaluationResults")
            .WithSummary("Read an evaluation case by case");
        app.MapGet("/evaluations/{evaluationId:guid}/comparison", CompareAsync).WithName("CompareAppEvaluations")
            .WithSummary("Compare an evaluation with another one case by case");
        app.MapPost("/evaluations/{evaluationId:guid}/cancel", CancelAsync).WithName("CancelAppEvaluation")
            .WithSummary("Stop an evaluation; what is answered stays");
        app.MapPost("/evaluations/{evaluationId:guid}/retry", RetryAsync).WithName("RetryAppEvaluation")
            .WithSummary("Go on with an evaluation that failed or was stopped");
    }

    private static async Task<Ok<EvaluationEstimate>> EstimateAsync(
        Guid id, Guid setId, CallerContext context, AppEvaluationService evaluations, CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.EstimateAsync(context.Caller, id, setId, cancellationToken));

    private static async Task<Ok<Page<AppEvaluation>>> ListAsync(
        Guid id,
        [FromQuery(Name = "set_id")] Guid? setId,
        int? limit,
        string? cursor,
        CallerContext context,
        AppEvaluationService evaluations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.ListAsync(
            context.Caller, id, setId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Accepted<AppEvaluation>> StartAsync(
        Guid id,
        StartAppEvaluation body,
        CallerContext context,
        AppEvaluationService evaluations,
        CancellationToken cancellationToken)
    {
        var run = await evaluations.StartAsync(context.Caller, id, body, cancellationToken);
        return TypedResults.Accepted($"/api/v1/apps/{id}/evaluations/{run.Id}", run);
    }

    private static async Task<Ok<AppEvaluation>> FindAsync(
        Guid id, Guid evaluationId, CallerContext context, AppEvaluationService evaluations, CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.FindAsync(context.Caller, id, evaluationId, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, Guid evaluationId, CallerContext context, AppEvaluationService evaluations, CancellationToken cancellationToken)
    {
        await evaluations.DeleteAsync(context.Caller, id, evaluationId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Page<AppCaseResult>>> ResultsAsync(
        Guid id,
        Guid evaluationId,
        bool? passed,
        int? limit,
        string? cursor,
        CallerContext context,
        AppEvaluationService evaluations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.ResultsAsync(
            context.Caller, id, evaluationId, passed, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<AppEvaluationComparison>> CompareAsync(
        Guid id,
        Guid evaluationId,
        Guid other,
        CallerContext context,
        AppEvaluationService evaluations,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.CompareAsync(context.Caller, id, evaluationId, other, cancellationToken));

    private static async Task<Ok<AppEvaluation>> CancelAsync(
        Guid id, Guid evaluationId, CallerContext context, AppEvaluationService evaluations, CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.CancelAsync(context.Caller, id, evaluationId, cancellationToken));

    private static async Task<Ok<AppEvaluation>> RetryAsync(
        Guid id, Guid evaluationId, CallerContext context, AppEvaluationService evaluations, CancellationToken cancellationToken)
        => TypedResults.Ok(await evaluations.RetryAsync(context.Caller, id, evaluationId, cancellationToken));
}
