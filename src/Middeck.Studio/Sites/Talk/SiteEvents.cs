using System.Text.Json;
using System.Text.Json.Serialization;
using Middeck.Core;
using Middeck.Http.Streaming;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Sites.Talk;

/// <summary>Writes a run's events for visitors: the console's names, without what the answer is made by. What has no name here is left out.</summary>
internal static class SiteEvents
{
    private static readonly JsonSerializerOptions Shape = new(Json.Snake) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static SseFrame? Render(RunHead run, RunEvent next, RunPlace place)
        => Body(run, next) is { } body ? new SseFrame(JsonSerializer.Serialize(body, Shape), Id: place.ToString()) : null;

    private static object? Body(RunHead run, RunEvent next) => next switch
    {
        RunEvent.Started started => Event(run, "message_start") with { Citations = SitePassage.Of(started.Citations) },
        RunEvent.Delta delta => Event(run, "message") with { Answer = delta.Text },
        RunEvent.Replaced replaced => Event(run, "message_replace") with { Answer = replaced.Text },
        RunEvent.Ended ended => Event(run, "message_end") with { Metadata = new SiteAnswerMetadata(SitePassage.Of(ended.Citations), ended.IsModerated) },
        RunEvent.Failed { Failure: var failure } => Failed(run, SiteFailure.Of(failure)),
        RunEvent.Confirming { Question: var asked } => SiteConfirmation.Of(run, asked),
        RunEvent.FileMade made => new SiteMadeFile("message_file", run.Id, run.Id, run.ConversationId, made.File),
        _ => null,
    };

    private static SiteEvent Event(RunHead run, string name) => new(name, run.Id, run.Id, run.ConversationId, run.ParentId);

    private static SiteEvent Failed(RunHead run, SiteFailure failure) => Event(run, "error") with
    {
        Status = failure.Status,
        Code = failure.Code,
        Message = failure.Message,
        TraceId = failure.TraceId,
    };
}
