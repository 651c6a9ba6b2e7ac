using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Core.Security;
using Middeck.Http.Security;
using Middeck.Identity.Audit;
using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Speech;

internal static class SpeechEndpoints
{
    public static void MapSpeechEndpoints(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/v1/apps/{id:guid}").WithTags("Chat")
            .RequirePermission(Permissions.Apps.Use).WithoutAudit();
        group.MapPost("/audio-to-text", HearAsync).WithName("TranscribeForApp")
            .WithSummary("Turn a recording of at most 30 MB into text").Accepts<IFormFile>("multipart/form-data");
        group.MapPost("/text-to-audio", SpeakAsync).WithName("ReadAloudForApp")
            .WithSummary("Read an answer or a text aloud, as an MP3 that plays while it is made")
            .Produces<byte[]>(StatusCodes.Status200OK, SoundResult.MediaType);
    }

    private static async Task<Ok<HeardText>> HearAsync(
        Guid id,
        bool? draft,
        HttpRequest request,
        CallerContext context,
        RunnableApps apps,
        SpeechService speech,
        CancellationToken cancellationToken)
    {
        var app = await apps.OpenAsync(context.Caller, id, draft ?? false, cancellationToken);
        SpeechService.EnsureHears(app);
        var audio = await AudioForm.ReadAsync(request, cancellationToken);
        return TypedResults.Ok(new HeardText(
            await speech.HearAsync(app, CallerOf(app, context), audio, cancellationToken)));
    }

    private static async Task<IResult> SpeakAsync(
        Guid id,
        SpeakAloud body,
        CallerContext context,
        RunnableApps apps,
        SpeechService speech,
        CancellationToken cancellationToken)
    {
        var app = await apps.OpenAsync(context.Caller, id, body.Draft, cancellationToken);
        return await speech.SpeakAsync(
            app, CallerOf(app, context), Person.User(context.UserId), new SpokenRequest(body.MessageId, body.Text, body.Voice),
            cancellationToken);
    }

    private static ModelCaller CallerOf(AppSnapshot app, CallerContext context)
        => new(app.WorkspaceId, "app", app.Id, UserId: context.UserId);
}
