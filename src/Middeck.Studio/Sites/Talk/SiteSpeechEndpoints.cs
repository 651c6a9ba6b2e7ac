using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Studio.Sites.Visitors;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Sites.Talk;

internal static class SiteSpeechEndpoints
{
    public static void MapSiteSpeechEndpoints(this IEndpointRouteBuilder group)
    {
        group.MapPost("/audio-to-text", HearAsync).WithName("TranscribeForSite")
            .WithSummary("Turn a recording of at most 30 MB into text").Accepts<IFormFile>("multipart/form-data");
        group.MapPost("/text-to-audio", SpeakAsync).WithName("ReadAloudForSite")
            .WithSummary("Read an answer aloud, as an MP3 that plays while it is made")
            .Produces<byte[]>(StatusCodes.Status200OK, SoundResult.MediaType);
    }

    private static async Task<Ok<HeardText>> HearAsync(
        string token, HttpRequest request, SiteDoor door, SiteSpeech speech, CancellationToken cancellationToken)
        => TypedResults.Ok(new HeardText(await speech.HearAsync(
            await door.EnterAsync(token, request, cancellationToken), request, cancellationToken)));

    private static async Task<IResult> SpeakAsync(
        string token,
        SpeakAloud body,
        HttpRequest request,
        SiteDoor door,
        SiteSpeech speech,
        CancellationToken cancellationToken)
        => await speech.SpeakAsync(await door.EnterAsync(token, request, cancellationToken), body, cancellationToken);
}
