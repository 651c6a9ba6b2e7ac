using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Sites.Publishing;

internal static class PublicationEndpoints
{
    public static void MapPublicationEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/site").WithTags("Apps").RequirePermission(Permissions.Apps.Update);
        group.MapGet("/access", FindAsync).WithName("GetSiteAccess").WithSummary("Read who may open an app's public page")
            .RequirePermission(Permissions.Apps.Read);
        group.MapPut("/access", SaveAsync).WithName("SaveSiteAccess").WithSummary("Change who may open an app's public page");
        group.MapPost("/token", ReissueAsync).WithName("ReissueSiteToken")
            .WithSummary("Give the page another address; the former one ends at once");
        group.MapPost("/identity-secret", MakeSecretAsync).WithName("MakeSiteIdentitySecret")
            .WithSummary("Make the secret by which embedding pages vouch for their users");
    }

    private static async Task<Ok<SitePublication>> FindAsync(
        Guid id, CallerContext context, PublicationService publications, CancellationToken cancellationToken)
        => TypedResults.Ok(await publications.FindAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<SitePublication>> SaveAsync(
        Guid id,
        SaveSiteAccess body,
        CallerContext context,
        PublicationService publications,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await publications.SaveAsync(context.Caller, id, body, cancellationToken));

    private static async Task<Ok<SitePublication>> ReissueAsync(
        Guid id, CallerContext context, PublicationService publications, CancellationToken cancellationToken)
        => TypedResults.Ok(await publications.ReissueAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<SiteIdentitySecret>> MakeSecretAsync(
        Guid id, CallerContext context, PublicationService publications, CancellationToken cancellationToken)
        => TypedResults.Ok(await publications.MakeSecretAsync(context.Caller, id, cancellationToken));
}
