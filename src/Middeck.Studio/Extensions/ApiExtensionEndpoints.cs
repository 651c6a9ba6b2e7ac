using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Studio.Extensions;

internal static class ApiExtensionEndpoints
{
    public static void MapApiExtensionEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/api-extensions").WithTags("API extensions")
            .RequirePermission(Permissions.Apps.Update);
        group.MapGet("", ListAsync).WithName("ListApiExtensions").WithSummary("List API extensions, newest first");
        group.MapPost("", CreateAsync).WithName("CreateApiExtension").WithSummary("Make an API extension known");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetApiExtension").WithSummary("Read an API extension");
        group.MapPatch("/{id:guid}", UpdateAsync).WithName("UpdateApiExtension").WithSummary("Change an API extension");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteApiExtension").WithSummary("Delete an API extension");
        group.MapPost("/{id:guid}/check", CheckAsync).WithName("CheckApiExtension")
            .WithSummary("Ask an API extension whether it answers");
    }

    private static async Task<Ok<Page<ApiExtension>>> ListAsync(
        int? limit, string? cursor, CallerContext context, ApiExtensionService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<ApiExtension>> CreateAsync(
        CreateApiExtension body, CallerContext context, ApiExtensionService service, CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, body, cancellationToken);
        return TypedResults.Created($"/api/v1/api-extensions/{created.Id}", created);
    }

    private static async Task<Ok<ApiExtension>> GetAsync(
        Guid id, CallerContext context, ApiExtensionService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<ApiExtension>> UpdateAsync(
        Guid id,
        UpdateApiExtension body,
        CallerContext context,
        ApiExtensionService service,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, CallerContext context, ApiExtensionService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ApiExtensionCheck>> CheckAsync(
        Guid id, CallerContext context, ApiExtensionService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.CheckAsync(context.Caller, id, cancellationToken));
}
