using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Tracing;

internal static class TraceEndpoints
{
    public static void MapTraceEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/apps/{id:guid}/messages/{messageId:guid}/trace", FindAsync).WithTags("Chat")
            .WithName("GetMessageTrace").WithSummary("Read step by step how an answer came about")
            .RequirePermission(Permissions.Apps.Logs);

    private static async Task<Ok<MessageTrace>> FindAsync(
        Guid id,
        Guid messageId,
        CallerContext context,
        AppAccess access,
        TraceStore traces,
        CancellationToken cancellationToken)
    {
        await access.FindAsync(context.Caller, id, AccessLevel.Edit, cancellationToken);
        return TypedResults.Ok(
            await traces.FindAsync(context.WorkspaceId, id, messageId, cancellationToken)
                ?? throw ConversationFaults.MessageNotFound());
    }
}
