using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Agents.Confirmation;

internal static class ConfirmationEndpoints
{
    public static void MapConfirmationEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapPost("/api/v1/apps/{id:guid}/chat/{taskId:guid}/confirmations/{confirmation:guid}", AnswerAsync)
            .WithTags("Chat").WithName("ConfirmTool").WithSummary("Allow or refuse a tool that one's own answer waits for")
            .RequirePermission(Permissions.Apps.Use);

    private static async Task<Ok<ToolConfirmation>> AnswerAsync(
        Guid id,
        Guid taskId,
        Guid confirmation,
        AnswerConfirmation body,
        CallerContext context,
        AppAccess access,
        ConfirmationDesk desk,
        AuditTrail audit,
        CancellationToken cancellationToken)
    {
        await access.FindAsync(context.Caller, id, AccessLevel.Use, cancellationToken);
        var answered = await desk.AnswerAsync(
            context.WorkspaceId, id, Person.User(context.UserId), taskId, confirmation, body, cancellationToken);
        audit.About("tool_confirmation", confirmation, answered.Tool).Change(null, new { answered.Tool, answered.Status });
        return TypedResults.Ok(answered);
    }
}
