using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Insight;

internal static class InsightEndpoints
{
    public static void MapInsightEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/apps/{id:guid}/insight", ReadAsync).WithTags("Insight").WithName("GetAppInsight")
            .WithSummary("Read what an app came to by day: use, satisfaction, cost, speed, errors")
            .RequirePermission(Permissions.Apps.Logs);

    private static async Task<Ok<InsightReport>> ReadAsync(
        Guid id,
        [AsParameters] InsightQuery query,
        CallerContext context,
        InsightService insight,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await insight.ReportAsync(context.Caller, id, query, cancellationToken));
}
