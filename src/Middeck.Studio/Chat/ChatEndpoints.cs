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
        group.MapGet("/{taskId:guid}/events", WatchAsync).WithName("WatchAnswer")
            .WithSummary("Watch an answer from a place on, whichever node writes it, also after its end")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/{taskId:guid}/stop", StopAsync).WithName("StopAnswer").WithSummary("Stop an answer");
        routes.MapPost("/api/v1/apps/{id:guid}/messages/{messageId:guid}/regenerate", RepeatAsync).WithTags("Chat")
            .WithName("RegenerateAnswer").WithSummary("Answer a question once more, beside the answer that is there")
            .RequirePermission(Permissions.Apps.Use).WithoutAudit()
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
    }

    private static async Task<IResult> AskAsync(
        Guid id, AskApp body, CallerContext context, ConsoleChat chat, CancellationToken cancellationToken)
        => Stream(await chat.AskAsync(context.Caller, context.UserId, id, body, cancellationToken));

    private static async Task<IResult> RepeatAsync(
        Guid id, Guid messageId, CallerContext context, ConsoleChat chat, CancellationToken cancellationToken)
        => Stream(await chat.RepeatAsync(context.Caller, context.UserId, id, messageId, cancellationToken));

    private static async Task<RunStreamResult> WatchAsync(
        Guid id,
        Guid taskId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CallerContext context,
        ConsoleChat chat,
        CancellationToken cancellationToken)
        => new(
            await chat.WatchAsync(
                context.Caller, context.UserId, id, taskId, RunPlace.Parse(lastEventId), cancellationToken),
            SseWriter.CommentPing);

    private static async Task<NoContent> StopAsync(
        Guid id, Guid taskId, CallerContext context, ConsoleChat chat, CancellationToken cancellationToken)
    {
        await chat.StopAsync(context.Caller, context.UserId, id, taskId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static RunStreamResult Stream(ChatRun run) => new(ConsoleChat.Watch(run, default), SseWriter.CommentPing);
}
