using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Dify;

/// <summary>Who uses an app, and what they think of its answers.</summary>
internal static class DifyPeopleEndpoints
{
    public static void MapDifyPeopleEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/end-users/{id}", FindAsync).WithName("DifyGetEndUser").WithSummary("Read who a person is");
        routes.MapGet("/app/feedbacks", ListAsync).WithName("DifyListFeedbacks").WithSummary("Read what people think of the answers");
    }

    private static async Task<Ok<DifyEndUser>> FindAsync(
        string id, DifyCaller caller, EndUsers endUsers, CancellationToken cancellationToken)
        => Guid.TryParse(id, out var key)
            && await endUsers.FindAsync(caller.WorkspaceId, caller.AppId, key, cancellationToken) is { } row
                ? TypedResults.Ok(DifyEndUser.Of(row))
                : throw ConversationFaults.EndUserNotFound();

    private static async Task<Ok<DifyFeedbackList>> ListAsync(
        string? page, string? limit, DifyCaller caller, FeedbackStore feedback, CancellationToken cancellationToken)
    {
        var size = DifyPaging.ReadLimit(limit);
        var rows = await feedback.ListAsync(
            caller.WorkspaceId, caller.AppId, (DifyPaging.ReadPage(page) - 1) * size, size, cancellationToken);
        return TypedResults.Ok(new DifyFeedbackList(rows.ConvertAll(DifyFeedback.Of)));
    }
}
