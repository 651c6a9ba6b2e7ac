using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Dify;

internal static class DifyAudioEndpoints
{
    public static void MapDifyAudioEndpoints(this IEndpointRouteBuilder routes)
    {
        // Without telling the router what it accepts: a body that is no form is answered as in Dify, by "no audio".
        routes.MapPost("/audio-to-text", HearAsync).WithName("DifyAudioToText")
            .WithSummary("Turn a recording into text: a form with the part file");
        routes.MapPost("/text-to-audio", SpeakAsync).WithName("DifyTextToAudio").WithSummary("Read an answer or a text aloud")
            .Produces<byte[]>(StatusCodes.Status200OK, SoundResult.MediaType);
    }

    private static async Task<Ok<HeardText>> HearAsync(
        HttpRequest request, DifyCaller caller, SpeechService speech, CancellationToken cancellationToken)
    {
        var app = await caller.AppAsync(cancellationToken);
        SpeechService.EnsureHears(app);
        var audio = await AudioForm.ReadAsync(request, cancellationToken);
        var name = DifyCaller.Name(audio.Fields["user"].FirstOrDefault(), isNeeded: false);
        return TypedResults.Ok(new HeardText(
            await speech.HearAsync(app, CallerOf(app, caller, name), audio, cancellationToken)));
    }

    // Whoever shows the app's key and names nobody may hear what the app has told anybody.
    private static async Task<IResult> SpeakAsync(
        DifySpeakRequest? body, DifyCaller caller, SpeechService speech, CancellationToken cancellationToken)
    {
        var app = await caller.AppAsync(cancellationToken);
        var name = DifyCaller.Name(body?.User, isNeeded: false);
        var wanted = new SpokenRequest(DifyIds.Optional("message_id", body?.MessageId), body?.Text, body?.Voice);
        Person? person = null;
        if (wanted.MessageId is not null && !string.IsNullOrEmpty(body?.User))
        {
            person = await caller.FindAsync(name, cancellationToken) ?? throw ConversationFaults.MessageNotFound();
        }

        return await speech.SpeakAsync(app, CallerOf(app, caller, name), person, wanted, cancellationToken);
    }

    private static ModelCaller CallerOf(AppSnapshot app, DifyCaller caller, string name)
        => new(app.WorkspaceId, "app", app.Id, KeyId: caller.Caller.KeyId, EndUser: name);
}
