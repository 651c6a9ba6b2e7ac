using Middeck.Models.Gateway;
using Middeck.Studio.Apps;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Speech;

/// <summary>Lets people speak to an app and have its answers read to them, wherever they meet it.</summary>
internal sealed class SpeechService(IModelSpeech models, MessageStore messages)
{
    // About an hour and a half.
    private const int MostCharacters = 30_000;

    /// <exception cref="Core.Errors.FaultException"><c>speech.speech_to_text_disabled</c>.</exception>
    public static void EnsureHears(AppSnapshot app)
    {
        if (!SpeechToTextSettings.Read(app.Config).Enabled)
        {
            throw SpeechFaults.HearingDisabled();
        }
    }

    /// <summary>What is said in a recording.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>speech.speech_to_text_disabled</c>, <c>models.*</c>.</exception>
    public async Task<string> HearAsync(
        AppSnapshot app, ModelCaller caller, AudioForm audio, CancellationToken cancellationToken)
    {
        EnsureHears(app);
        var settings = SpeechToTextSettings.Read(app.Config);
        await using var content = audio.File.OpenReadStream();
        return await models.TranscribeAsync(
            caller, settings.Model, new Recording(content, audio.Name, settings.Language), cancellationToken);
    }

    /// <summary>An answer, or else a text, as one MP3. The model has begun to speak when this returns.</summary>
    /// <param name="app">Whose voice it is.</param>
    /// <param name="caller">For whom models are asked; its workspace is where the message is looked for.</param>
    /// <param name="person">Whose message it must be; null for anybody's with the app.</param>
    /// <param name="wanted">What is read, and how.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Core.Errors.FaultException">
    /// <c>speech.text_to_speech_disabled</c>, <c>speech.nothing_to_say</c>, <c>speech.text_too_long</c>,
    /// <c>messages.not_found</c>, <c>models.*</c>.
    /// </exception>
    public async Task<SoundResult> SpeakAsync(
        AppSnapshot app, ModelCaller caller, Person? person, SpokenRequest wanted, CancellationToken cancellationToken)
    {
        var settings = TextToSpeechSettings.Read(app.Config);
        if (!settings.Enabled)
        {
            throw SpeechFaults.SpeakingDisabled();
        }

        var text = SpokenText.Of(wanted.MessageId is { } id
            ? await AnswerAsync(app, person, id, cancellationToken)
            : wanted.Text ?? "");
        if (text.Length == 0)
        {
            throw SpeechFaults.NothingToSay();
        }

        if (text.Length > MostCharacters)
        {
            throw SpeechFaults.TooLong(MostCharacters);
        }

        var voice = wanted.Voice is { Length: > 0 } chosen ? chosen : settings.Voice;
        return await SoundResult.BeginAsync(
            models.SpeakAsync(caller with { RunId = wanted.MessageId }, settings.Model, text, voice, cancellationToken),
            cancellationToken);
    }

    /// <summary>Whether an app's answers are read aloud as soon as they are complete.</summary>
    public static bool ReadsAloud(AppSnapshot app) => TextToSpeechSettings.Read(app.Config) is { Enabled: true, AutoPlay: true };

    /// <summary>An answer in the app's voice, as pieces of one MP3; nothing for what has nothing to be said, or is too long.</summary>
    /// <exception cref="Core.Errors.FaultException">While reading: <c>models.*</c>.</exception>
    public IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAloudAsync(
        AppSnapshot app, ModelCaller caller, string answer, CancellationToken cancellationToken)
    {
        var settings = TextToSpeechSettings.Read(app.Config);
        var text = SpokenText.Of(answer);
        return text.Length is 0 or > MostCharacters
            ? AsyncEnumerable.Empty<ReadOnlyMemory<byte>>()
            : models.SpeakAsync(caller, settings.Model, text, settings.Voice, cancellationToken);
    }

    private async Task<string> AnswerAsync(
        AppSnapshot app, Person? person, Guid id, CancellationToken cancellationToken)
    {
        var row = person is { } owner
            ? await messages.FindAsync(app.WorkspaceId, owner, app.Id, id, cancellationToken)
            : await messages.FindOfAppAsync(app.WorkspaceId, app.Id, id, cancellationToken);
        return row?.Answer ?? throw ConversationFaults.MessageNotFound();
    }
}
