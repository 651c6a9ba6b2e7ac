using Middeck.Studio.Configuration;

namespace Middeck.Studio.Speech;

/// <summary>
/// Whether an app's answers are read aloud:
/// <code>"text_to_speech": {"enabled": true, "voice": "nova", "language": "zh-Hans", "autoPlay": "disabled"}</code>
/// and, of our own, <code>"middeck": {"text_to_speech": {"model": {"provider": "openai", "name": "tts-1"}}}</code>
/// </summary>
/// <param name="Enabled">Whether they are.</param>
/// <param name="Model">Who speaks; null for the workspace's default.</param>
/// <param name="Voice">The provider's name for a voice; null for its usual one.</param>
/// <param name="AutoPlay">Whether an answer is read as soon as it is complete.</param>
internal sealed record TextToSpeechSettings(bool Enabled, string? Model, string? Voice, bool AutoPlay)
{
    private const string Section = "text_to_speech";

    public static TextToSpeechSettings Read(AppConfig config)
    {
        var section = config.Section(Section);
        return new TextToSpeechSettings(
            section.Member("enabled").Flag() ?? false,
            ModelReference.Read(config.Section("middeck").Member(Section).Member("model")),
            section.Member("voice").Text() is { Length: > 0 } voice ? voice : null,
            section.Member("autoPlay").Text() == "enabled");
    }

    public static void Check(FieldCheck root)
    {
        var section = root.Member(Section).Object();
        section.Member("enabled").Flag();
        section.Member("voice").Text(200);
        section.Member("language").Text(50);
        var autoPlay = section.Member("autoPlay").Text(20);
        if (autoPlay.Value.Text() is not (null or "" or "enabled" or "disabled"))
        {
            throw autoPlay.Refuse("must be enabled or disabled");
        }

        ModelReference.Check(root.Member("middeck").Object().Member(Section).Object().Member("model"));
    }
}
