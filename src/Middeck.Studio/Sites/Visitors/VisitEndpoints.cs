using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Middeck.Studio.Sites.Visitors;

internal static class VisitEndpoints
{
    public static void MapVisitEndpoints(this IEndpointRouteBuilder group)
    {
        group.MapPost("/visits", BeginAsync).WithName("BeginVisit").WithSummary("Open a public page");
        group.MapPost("/code", SayCodeAsync).WithName("SayAccessCode").WithSummary("Say the access code of a public page");
    }

    private static async Task<Ok<SiteVisit>> BeginAsync(
        string token, BeginVisit body, HttpContext context, VisitService visits, CancellationToken cancellationToken)
        => TypedResults.Ok(await visits.BeginAsync(token, body, context, cancellationToken));

    private static async Task<NoContent> SayCodeAsync(
        string token, SayCode body, HttpRequest request, VisitService visits, CancellationToken cancellationToken)
    {
        await visits.SayCodeAsync(token, body.Code, request, cancellationToken);
        return TypedResults.NoContent();
    }
}
