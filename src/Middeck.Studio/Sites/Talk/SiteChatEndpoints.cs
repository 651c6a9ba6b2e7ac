using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Streaming;
using Middeck.Studio.Agents.Confirmation;
using Middeck.Studio.Chat;
using Middeck.Studio.Files;
using Middeck.Studio.Sites.Visitors;

namespace Middeck.Studio.Sites.Talk;

/// <summary>What the console's chat asks of <c>/api/v1/apps/{id}</c>, for visitors.</summary>
internal static class SiteChatEndpoints
{
    public static void MapSiteChatEndpoints(this IEndpointRouteBuilder group)
    {
        group.MapPost("/chat", AskAsync).WithName("AskSite").WithSummary("Ask the app of a public page and watch the answer")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapGet("/chat/{taskId:guid}/events", WatchAsync).WithName("WatchSiteAnswer")
            .WithSummary("Watch an answer from a place on").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/chat/{taskId:guid}/stop", StopAsync).WithName("StopSiteAnswer").WithSummary("Stop an answer");
        group.MapPost("/chat/{taskId:guid}/confirmations/{confirmation:guid}", ConfirmAsync).WithName("ConfirmSiteTool")
            .WithSummary("Allow or refuse a tool that one's own answer waits for");
        group.MapPost("/messages/{id:guid}/regenerate", RepeatAsync).WithName("RegenerateSiteAnswer")
            .WithSummary("Answer a question once more").Produces<string>(StatusCodes.Status200OK, "text/event-stream");
        group.MapPost("/files", UploadAsync).WithName("UploadSiteFile").WithSummary("Upload a file to ask about")
            .Accepts<IFormFile>("multipart/form-data");
    }

    private static async Task<IResult> AskAsync(
        string token, AskApp body, HttpRequest request, SiteDoor door, SiteChat chat, CancellationToken cancellationToken)
        => Stream(await chat.AskAsync(await door.EnterAsync(token, request, cancellationToken), body, cancellationToken));

    private static async Task<IResult> RepeatAsync(
        string token, Guid id, HttpRequest request, SiteDoor door, SiteChat chat, CancellationToken cancellationToken)
        => Stream(await chat.RepeatAsync(await door.EnterAsync(token, request, cancellationToken), id, cancellationToken));

    private static async Task<RunStreamResult> WatchAsync(
        string token,
        Guid taskId,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        HttpRequest request,
        SiteDoor door,
        SiteChat chat,
        CancellationToken cancellationToken)
    {
        var visitor = await door.EnterAsync(token, request, cancellationToken);
        return new(
            await chat.WatchAsync(visitor, taskId, RunPlace.Parse(lastEventId), cancellationToken), SseWriter.CommentPing);
    }

    private static async Task<NoContent> StopAsync(
        string token, Guid taskId, HttpRequest request, SiteDoor door, SiteChat chat, CancellationToken cancellationToken)
    {
        await chat.StopAsync(await door.EnterAsync(token, request, cancellationToken), taskId, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ConfirmAsync(
        string token,
        Guid taskId,
        Guid confirmation,
        AnswerConfirmation body,
        HttpRequest request,
        SiteDoor door,
        SiteChat chat,
        CancellationToken cancellationToken)
    {
        var visitor = await door.EnterAsync(token, request, cancellationToken);
        await chat.ConfirmAsync(visitor, taskId, confirmation, body, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Created<AppFile>> UploadAsync(
        string token,
        HttpRequest request,
        SiteDoor door,
        SiteFiles files,
        CancellationToken cancellationToken)
    {
        var kept = await files.KeepAsync(await door.EnterAsync(token, request, cancellationToken), request, cancellationToken);
        return TypedResults.Created(kept.Url, kept);
    }

    private static RunStreamResult Stream(ChatRun run) => new(SiteChat.Watch(run, default), SseWriter.CommentPing);
}
