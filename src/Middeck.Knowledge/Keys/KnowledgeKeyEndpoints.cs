using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Errors;
using Middeck.Core.Paging;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Identity.Keys;

namespace Middeck.Knowledge.Keys;

internal static class KnowledgeKeyEndpoints
{
    private const string ObjectKind = "api_key";

    public static void MapKnowledgeKeyEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/knowledge-bases/api-keys").WithTags("Knowledge")
            .RequirePermission(Permissions.Knowledge.Keys);

        group.MapPost("", CreateAsync).WithName("CreateKnowledgeKey").WithSummary("Create a dataset- key; its text is shown once");
        group.MapGet("", ListAsync).WithName("ListKnowledgeKeys").WithSummary("List dataset- keys, newest first");
        group.MapDelete("/{keyId:guid}", RevokeAsync).WithName("RevokeKnowledgeKey").WithSummary("Revoke a dataset- key");
    }

    private static async Task<Created<NewApiKey>> CreateAsync(
        CreateKnowledgeKey? request,
        IApiKeys keys,
        CallerContext context,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        var created = await keys.CreateAsync(
            new CreateApiKey(
                context.WorkspaceId, ApiKeyKind.Dataset, request?.Name?.Trim() ?? "", null, [], null, context.Caller.UserId),
            cancellationToken);
        audit.About(ObjectKind, created.Id, created.Name).Change(null, new { created.Name, Kind = ApiKeyKind.Dataset });
        return TypedResults.Created($"/api/v1/knowledge-bases/api-keys/{created.Id}", created);
    }

    private static async Task<Ok<Page<ApiKey>>> ListAsync(
        int? limit, string? cursor, IApiKeys keys, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await keys.ListAsync(
            context.WorkspaceId, ApiKeyKind.Dataset, null, PageRequest.Parse(limit, cursor), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> RevokeAsync(
        Guid keyId, IApiKeys keys, CallerContext context, AuditTrail audit, CancellationToken cancellationToken)
    {
        if (!await keys.RevokeAsync(context.WorkspaceId, ApiKeyKind.Dataset, keyId, cancellationToken))
        {
            return Problems.From(Fault.NotFound("keys.not_found", "The workspace has no such key."));
        }

        audit.About(ObjectKind, keyId);
        return TypedResults.NoContent();
    }
}
