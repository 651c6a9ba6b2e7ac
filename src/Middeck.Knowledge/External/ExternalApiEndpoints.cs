using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.External;

internal static class ExternalApiEndpoints
{
    public static void MapExternalApiEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/external-knowledge-apis").WithTags("Knowledge");

        group.MapPost("", CreateAsync).WithName("CreateExternalKnowledgeApi").WithSummary("Make an external knowledge API known")
            .RequirePermission(Permissions.Knowledge.Create);
        group.MapGet("", ListAsync).WithName("ListExternalKnowledgeApis")
            .WithSummary("List external knowledge APIs, newest first").RequirePermission(Permissions.Knowledge.Read);
        group.MapGet("/{id:guid}", GetAsync).WithName("GetExternalKnowledgeApi").WithSummary("Read an external knowledge API")
            .RequirePermission(Permissions.Knowledge.Read);
        group.MapPatch("/{id:guid}", UpdateAsync).WithName("UpdateExternalKnowledgeApi")
            .WithSummary("Change an external knowledge API").RequirePermission(Permissions.Knowledge.Update);
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteExternalKnowledgeApi")
            .WithSummary("Delete an external knowledge API that no base uses").RequirePermission(Permissions.Knowledge.Delete);
        group.MapPost("/{id:guid}/check", CheckAsync).WithName("CheckExternalKnowledgeApi")
            .WithSummary("Ask an external knowledge API whether it answers").RequirePermission(Permissions.Knowledge.Update);
    }

    private static async Task<Created<ExternalApi>> CreateAsync(
        CreateExternalApi request, ExternalApiService service, CallerContext context, CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, request, cancellationToken);
        return TypedResults.Created($"/api/v1/external-knowledge-apis/{created.Id}", created);
    }

    private static async Task<Ok<Page<ExternalApi>>> ListAsync(
        int? limit, string? cursor, ExternalApiService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<ExternalApi>> GetAsync(
        Guid id, ExternalApiService service, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<ExternalApi>> UpdateAsync(
        Guid id,
        UpdateExternalApi request,
        ExternalApiService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, request, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, ExternalApiService service, CallerContext context, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ExternalCheck>> CheckAsync(
        Guid id,
        CheckExternalApi request,
        ExternalApiService service,
        CallerContext context,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.CheckAsync(context.Caller, id, request, cancellationToken));
}
