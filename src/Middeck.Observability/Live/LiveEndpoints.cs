using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Middeck.Core;
using Middeck.Core.Security;
using Middeck.Http.Errors;
using Middeck.Http.Security;
using Middeck.Http.Streaming;
using Middeck.Identity.Audit;

namespace Middeck.Observability.Live;

internal static class LiveEndpoints
{
    // A person who leaves the workspace must not hear of it for ever. The tab reconnects, is asked who it is, and goes on.
    private static readonly TimeSpan LongestConnection = TimeSpan.FromMinutes(5);

    public static void MapLiveEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/events").WithTags("Live events").RequirePermission(Permissions.Account.Self);
        group.MapGet("", ReadAsync).WithName("ReadEvents")
            .WithSummary("Follow what changes in the workspace, as server-sent events; Last-Event-ID resumes")
            .Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
        group.MapPost("/{streamId:guid}/topics", ChangeTopicsAsync).WithName("ChangeEventTopics")
            .WithSummary("Add and remove topics of an open stream").WithoutAudit();
    }

    private static async Task ReadAsync(
        HttpContext context,
        LiveHub hub,
        TopicAccess access,
        CallerContext caller,
        TimeProvider clock,
        string? topics,
        [FromHeader(Name = "Last-Event-ID")] string? lastEventId,
        CancellationToken cancellationToken)
    {
        var asked = (topics ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var allowed = await access.AllowedAsync(caller.Caller, asked, cancellationToken);
        var last = LiveEventId.Parse(lastEventId);
        var known = last is { } id ? hub.Find(id.StreamId, caller.WorkspaceId, caller.UserId) : null;
        var stream = known ?? hub.Open(caller.WorkspaceId, caller.UserId);
        stream.ChangeTopics(allowed, []);
        var frames = stream.Attach(
            known is null ? 0 : last!.Value.Sequence,
            (position, complete) => Hello(stream.Id, position, known is not null && complete, clock));
        using var timer = clock.CreateTimer(_ => stream.Close(), null, LongestConnection, Timeout.InfiniteTimeSpan);
        try
        {
            await SseWriter.WriteAsync(context, frames, SseWriter.CommentPing, cancellationToken);
        }
        finally
        {
            stream.Detach(frames, clock.GetUtcNow());
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ChangeTopicsAsync(
        Guid streamId,
        ChangeTopics change,
        LiveHub hub,
        TopicAccess access,
        CallerContext caller,
        CancellationToken cancellationToken)
    {
        if (hub.Find(streamId, caller.WorkspaceId, caller.UserId) is not { } stream)
        {
            return Problems.NotFound("events.stream_not_found", "The stream has ended. Open it again with the topics in its address.");
        }

        stream.ChangeTopics(await access.AllowedAsync(caller.Caller, change.Add ?? [], cancellationToken), change.Remove ?? []);
        return TypedResults.NoContent();
    }

    private static SseFrame Hello(Guid streamId, string position, bool resumed, TimeProvider clock)
    {
        var data = JsonSerializer.SerializeToElement(new { StreamId = streamId, Resumed = resumed }, Json.Snake);
        var hello = new LiveEvent("hello", null, data, clock.GetUtcNow());
        return new SseFrame(JsonSerializer.Serialize(hello, Json.Snake), Id: position);
    }
}
