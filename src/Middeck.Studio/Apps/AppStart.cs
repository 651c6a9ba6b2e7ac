using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Memory;
using Middeck.Studio.Speech;
using Middeck.Studio.Suggestions;

namespace Middeck.Studio.Apps;

/// <summary>
/// What a conversation with the live version begins with: all of its configuration that those see who may only use the app.
/// </summary>
/// <param name="Version">The live version.</param>
/// <param name="OpeningStatement">What the app says first.</param>
/// <param name="SuggestedQuestions">Questions to begin with.</param>
/// <param name="UserInputForm">The form to fill in, in the shape of the DSL.</param>
/// <param name="FileUpload">Which files are taken, in the shape of the DSL; null for none.</param>
/// <param name="HasKnowledge">Whether passages are looked for.</param>
/// <param name="ShowsCitations">Whether answers name their sources.</param>
internal sealed record AppStart(
    int Version,
    string OpeningStatement,
    IReadOnlyList<string> SuggestedQuestions,
    JsonElement UserInputForm,
    JsonElement? FileUpload,
    bool HasKnowledge,
    bool ShowsCitations)
{
    /// <summary>Whether questions are suggested after an answer.</summary>
    public bool SuggestsQuestions { get; init; }

    /// <summary>Whether what is learned of a person is kept beyond the conversation.</summary>
    public bool Remembers { get; init; }

    /// <summary>The most bytes that a file may have, by its kind; null where it is not told.</summary>
    public IReadOnlyDictionary<string, long>? MaxFileBytes { get; init; }

    /// <summary>Whether people may speak instead of writing.</summary>
    public bool Hears { get; init; }

    /// <summary>Whether answers can be read aloud.</summary>
    public bool Speaks { get; init; }

    /// <summary>Whether an answer is read aloud as soon as it is complete.</summary>
    public bool AutoPlay { get; init; }

    private static readonly JsonElement NoForm = JsonSerializer.SerializeToElement(Array.Empty<object>());

    public static AppStart Of(int version, AppConfig config) => new(
        version, config.OpeningStatement, config.SuggestedQuestions, config.Section("user_input_form") ?? NoForm,
        config.Section("file_upload"),
        config.HasKnowledge, config.ShowCitations)
    {
        SuggestsQuestions = SuggestionSettings.Read(config).Enabled,
        Remembers = MemorySettings.Read(config).Facts,
        Hears = SpeechToTextSettings.Read(config).Enabled,
        Speaks = TextToSpeechSettings.Read(config).Enabled,
        AutoPlay = TextToSpeechSettings.Read(config) is { Enabled: true, AutoPlay: true },
    };
}
