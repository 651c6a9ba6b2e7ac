using Middeck.Studio.Configuration;

namespace Middeck.Studio.Speech;

/// <summary>
/// Whether people may speak to an app: <code>"speech_to_text": {"enabled": true}</code> and, of our own,
/// <code>"middeck": {"speech_to_text": {"model": {"provider": "openai", "name": "whisper-1"}, "language": "zh"}}</code>
/// </summary>
/// <param name="Enabled">Whether they may.</param>
/// <param name="Model">Who listens; null for the workspace's default.</param>
/// <param name="Language">What they speak; null when it is left to the model.</param>
internal sealed record SpeechToTextSettings(bool Enabled, string? Model, string? Language)
{
    private const string Section = "speech_to_text";

    public static SpeechToTextSettings Read(AppConfig config)
    {
        var own = config.Section("middeck").Member(Section);
        return new SpeechToTextSettings(
            config.Section(Section).Member("enabled").Flag() ?? false,
            ModelReference.Read(own.Member("model")),
            // Models want the two letters of "zh-Hans".
            own.Member("language").Text() is { Length: >= 2 } language ? language.Split('-', '_')[0] : null);
    }

    public static void Check(FieldCheck root)
    {
        root.Member(Section).Object().Member("enabled").Flag();
        var own = root.Member("middeck").Object().Member(Section).Object();
        ModelReference.Check(own.Member("model"));
        own.Member("language").Text(20);
    }
}
