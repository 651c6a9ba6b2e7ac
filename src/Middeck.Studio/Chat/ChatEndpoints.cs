using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Audit;

namespace Middeck.Studio.Chat;

internal static class ChatEndpoints
{
    public static void MapChatEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}/chat").WithTags("Chat")
            .RequirePermission(Permissions.Apps.Use).WithoutAudit();
        group.MapPost("", AskAsync).WithName("AskApp").WithSummary("Ask an app and watch the answer")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapGet("/{taskId:guid}/events", Watch).WithName("WatchAnswer")
            .WithSummary("Watch an answer from a place on, for a minute after its end too")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/{taskId:guid}/stop", StopAsync).WithName("StopAnswer").WithSummary("Stop an answer");
    }

    private static async Task<IResult> AskAsync(
        Guid id, AskApp body, CallerContext context, ConsoleChat chat, CancellationToken cancellationToken)
        => Stream(await chat.AskAsync(context.Caller, context.UserId, id, body, cancellationToken), after: 0);

    private static RunStreamResult Watch(
        Guid id,
        Guid taskId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CallerContext context,
        ConsoleChat chat)
    {
        var after = int.TryParse(lastEventId, NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
        return Stream(chat.Find(context.Caller, context.UserId, id, taskId), after);
    }

    private static async Task<NoContent> StopAsync(
        Guid id, Guid taskId, CallerContext context, ConsoleChat chat, CancellationToken cancellationToken)
    {
        await chat.StopAsync(context.Caller, context.UserId, id, taskId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static RunStreamResult Stream(ChatRun run, int after) => new(
        new RunFrames(run.Stream, after, (next, sequence) => ChatEvents.ForConsole(run, next, sequence)),
        SseWriter.CommentPing);
}
