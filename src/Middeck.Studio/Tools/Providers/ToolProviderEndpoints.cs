using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Studio.Tools.Mcp.SignIn;

namespace Middeck.Studio.Tools.Providers;

internal static class ToolProviderEndpoints
{
    public static void MapToolProviderEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/tool-providers").WithTags("Tools").RequirePermission(Permissions.Apps.Update);
        group.MapGet("", ListAsync).WithName("ListToolProviders").WithSummary("List the workspace's own tool providers, newest first");
        group.MapPost("", CreateAsync).WithName("CreateToolProvider")
            .WithSummary("Import tools from an OpenAPI document, a curl command or an MCP server");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetToolProvider")
            .WithSummary("Read a tool provider with its tools and the apps that use it");
        group.MapPut("/{id:guid}", UpdateAsync).WithName("UpdateToolProvider")
            .WithSummary("Change a tool provider and read its tools anew; what is left out stays");
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteToolProvider").WithSummary("Delete a tool provider");
        group.MapPost("/{id:guid}/tools/{tool}/try", TryAsync).WithName("TryProviderTool")
            .WithSummary("Call a tool to see what comes out");
        routes.MapSignIns();
    }

    private static async Task<Ok<Page<ToolProvider>>> ListAsync(
        int? limit, string? cursor, CallerContext context, ToolProviderService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.ListAsync(context.Caller, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Created<ToolProviderDetail>> CreateAsync(
        CreateToolProvider body, CallerContext context, ToolProviderService service, CancellationToken cancellationToken)
    {
        var created = await service.CreateAsync(context.Caller, body, cancellationToken);
        return TypedResults.Created($"/api/v1/tool-providers/{created.Provider.Id}", created);
    }

    private static async Task<Ok<ToolProviderDetail>> GetAsync(
        Guid id, CallerContext context, ToolProviderService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.GetAsync(context.Caller, id, cancellationToken));

    private static async Task<Ok<ToolProviderDetail>> UpdateAsync(
        Guid id, UpdateToolProvider body, CallerContext context, ToolProviderService service, CancellationToken cancellationToken)
        => TypedResults.Ok(await service.UpdateAsync(context.Caller, id, body, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, CallerContext context, ToolProviderService service, CancellationToken cancellationToken)
    {
        await service.DeleteAsync(context.Caller, id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<TriedTool>> TryAsync(
        Guid id, string tool, TryTool body, CallerContext context, ToolTrial trial, CancellationToken cancellationToken)
        => TypedResults.Ok(await trial.TryAsync(context.Caller, id, tool, body.Arguments, cancellationToken));
}
