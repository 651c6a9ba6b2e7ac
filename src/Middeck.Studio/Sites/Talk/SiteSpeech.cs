using Microsoft.AspNetCore.Http;
using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Studio.Conversations;
using Middeck.Studio.Sites.Limits;
using Middeck.Studio.Sites.Visitors;
using Middeck.Studio.Speech;

namespace Middeck.Studio.Sites.Talk;

/// <summary>Lets visitors speak to an app and have its answers read to them. Each counts as a question: models are paid for it.</summary>
internal sealed class SiteSpeech(SiteDoor door, SiteLimiter limiter, SpeechService speech)
{
    /// <summary>What is said in a recording.</summary>
    public async Task<string> HearAsync(SiteVisitor visitor, HttpRequest request, CancellationToken cancellationToken)
    {
        SpeechService.EnsureHears(visitor.App);
        var audio = await AudioForm.ReadAsync(request, cancellationToken);
        await door.PersonAsync(visitor, cancellationToken);
        await limiter.CountAsync(visitor, questions: 1, cancellationToken);
        return await ToldAsync(() => speech.HearAsync(visitor.App, CallerOf(visitor), audio, cancellationToken));
    }

    /// <summary>An answer of the visitor's own, read in the app's voice. Other texts are not read: that would be anybody's free speaker.</summary>
    public async Task<SoundResult> SpeakAsync(SiteVisitor visitor, SpeakAloud wanted, CancellationToken cancellationToken)
    {
        if (wanted.Draft)
        {
            throw SiteFaults.PublishedOnly();
        }

        if (wanted.MessageId is not { } message
            || await door.FindPersonAsync(visitor, cancellationToken) is not { } person)
        {
            throw ConversationFaults.MessageNotFound();
        }

        await limiter.CountAsync(visitor, questions: 1, cancellationToken);
        return await ToldAsync(() => speech.SpeakAsync(
            visitor.App, CallerOf(visitor), person, new SpokenRequest(message, Text: null, Voice: null), cancellationToken));
    }

    private static async Task<T> ToldAsync<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (FaultException ex)
        {
            throw SiteFailure.Told(ex);
        }
    }

    private static ModelCaller CallerOf(SiteVisitor visitor)
        => new(visitor.WorkspaceId, "app", visitor.AppId, UserId: visitor.UserId, EndUser: visitor.Name);
}
