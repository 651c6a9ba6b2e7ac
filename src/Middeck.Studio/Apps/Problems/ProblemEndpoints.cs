using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Apps.Problems;

internal static class ProblemEndpoints
{
    public static void MapProblemEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/problems").WithTags("Apps").RequirePermission(Permissions.Apps.Read);
        group.MapGet("", ListAsync).WithName("ListAppProblems").WithSummary("Tell what does not work in an app's draft");
        group.MapPost("", CheckAsync).WithName("CheckAppConfig")
            .WithSummary("Tell what would not work in a draft that is not saved");
    }

    private static async Task<Ok<IReadOnlyList<AppProblem>>> ListAsync(
        Guid id, CallerContext context, AppProblems problems, CancellationToken cancellationToken)
        => TypedResults.Ok(await problems.OfDraftAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<AppProblem>>> CheckAsync(
        Guid id, CheckApp body, CallerContext context, AppProblems problems, CancellationToken cancellationToken)
        => TypedResults.Ok(await problems.OfAsync(context.Caller, id, body.Config, cancellationToken));
}
