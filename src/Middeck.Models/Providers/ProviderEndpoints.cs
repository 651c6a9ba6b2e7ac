using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Models.Providers;

internal static class ProviderEndpoints
{
    public static void MapProviderEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/model-providers").WithTags("Models").RequirePermission(Permissions.Models.Read);

        group.MapGet("", ListAsync).WithName("ListModelProviders")
            .WithSummary("List model providers, newest first, the builtin one last");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetModelProvider").WithSummary("Read a model provider");
        group.MapPost("", CreateAsync).WithName("CreateModelProvider").WithSummary("Add a model provider")
            .RequirePermission(Permissions.Models.Manage);
        group.MapPatch("/{id:guid}", UpdateAsync).WithName("UpdateModelProvider").WithSummary("Change a model provider")
            .RequirePermission(Permissions.Models.Manage);
        group.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteModelProvider").WithSummary("Remove a model provider")
            .RequirePermission(Permissions.Models.Manage);
        group.MapPost("/{id:guid}/test", TestAsync).WithName("TestModelProvider")
            .WithSummary("Try a model provider and hear its own words").RequirePermission(Permissions.Models.Manage);
        group.MapPost("/test", TestUnsavedAsync).WithName("TestUnsavedModelProvider")
            .WithSummary("Try a model provider before it is saved").RequirePermission(Permissions.Models.Manage);
        group.MapPost("/{id:guid}/discover", DiscoverAsync).WithName("DiscoverModels")
            .WithSummary("Ask a model provider which models it has").RequirePermission(Permissions.Models.Manage);
    }

    private static async Task<Ok<Page<Provider>>> ListAsync(
        ProviderService providers, CallerContext caller, int? limit, string? cursor, CancellationToken cancellationToken)
        => TypedResults.Ok(await providers.ListAsync(
            caller.WorkspaceId, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Ok<Provider>> GetAsync(
        Guid id, ProviderService providers, CallerContext caller, CancellationToken cancellationToken)
        => TypedResults.Ok(await providers.GetAsync(caller.WorkspaceId, id, cancellationToken));

    private static async Task<Created<Provider>> CreateAsync(
        CreateProvider request,
        ProviderService providers,
        CallerContext caller,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var provider = await providers.CreateAsync(InWorkspace(caller), request, audit, cancellationToken);
        return TypedResults.Created($"/api/v1/model-providers/{provider.Id}", provider);
    }

    private static async Task<Ok<Provider>> UpdateAsync(
        Guid id,
        UpdateProvider request,
        ProviderService providers,
        CallerContext caller,
        AuditTrail audit,
        CancellationToken cancellationToken)
        => TypedResults.Ok(await providers.UpdateAsync(InWorkspace(caller), id, request, audit, cancellationToken));

    private static async Task<NoContent> DeleteAsync(
        Guid id, ProviderService providers, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
    {
        await providers.DeleteAsync(InWorkspace(caller), id, audit, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ProviderTest>> TestAsync(
        Guid id, ProviderTester tester, CallerContext caller, AuditTrail audit, CancellationToken cancellationToken)
        => TypedResults.Ok(await tester.TestAsync(caller.WorkspaceId, id, audit, cancellationToken));

    private static async Task<Ok<ProviderTest>> TestUnsavedAsync(
        TestProvider request, ProviderTester tester, CallerContext caller, CancellationToken cancellationToken)
        => TypedResults.Ok(await tester.TestAsync(InWorkspace(caller), request, cancellationToken));

    private static async Task<Ok<DiscoveredModels>> DiscoverAsync(
        Guid id, ProviderTester tester, CallerContext caller, CancellationToken cancellationToken)
        => TypedResults.Ok(await tester.DiscoverAsync(caller.WorkspaceId, id, cancellationToken));

    // The context refuses callers without a workspace; the caller alone would not.
    private static Caller InWorkspace(CallerContext context) => context.Caller with { WorkspaceId = context.WorkspaceId };
}
