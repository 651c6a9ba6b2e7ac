using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Suggestions;

internal static class SuggestionEndpoints
{
    public static void MapSuggestionEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/api/v1/messages/{id:guid}/suggested", FindAsync).WithTags("Conversations")
            .WithName("ListSuggestedQuestions").WithSummary("Read what could be asked after an answer")
            .RequirePermission(Permissions.Apps.Use);

    private static async Task<Ok<SuggestedQuestions>> FindAsync(
        Guid id, CallerContext context, SuggestionService suggestions, CancellationToken cancellationToken)
        => TypedResults.Ok(new SuggestedQuestions(await suggestions.FindAsync(
            new ModelCaller(context.WorkspaceId, "app", UserId: context.UserId),
            Person.User(context.UserId), appId: null, id, cancellationToken)));
}
