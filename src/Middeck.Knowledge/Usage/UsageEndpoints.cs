using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;

namespace Middeck.Knowledge.Usage;

internal static class UsageEndpoints
{
    public static void MapUsageEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/knowledge-bases/{id:guid}/usage", GetAsync).WithTags("Knowledge")
            .WithName("GetKnowledgeBaseUsage").WithSummary("Which apps use a knowledge base, and what would go with it")
            .RequirePermission(Permissions.Knowledge.Read);

    private static async Task<Ok<BaseUsage>> GetAsync(
        Guid id, KnowledgeUsers users, CallerContext context, CancellationToken cancellationToken)
        => TypedResults.Ok(await users.OfAsync(context.Caller, id, cancellationToken));
}
