using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Suggestions;

/// <summary>
/// The section <c>suggested_questions_after_answer</c>:
/// <code>{"enabled": true, "model": {"provider": "openai", "name": "gpt-4o-mini"}, "prompt": "…"}</code>
/// </summary>
/// <param name="Enabled">Whether questions are suggested.</param>
/// <param name="Model">Who makes them; null for the app's model.</param>
/// <param name="CompletionParams">That model's settings.</param>
/// <param name="Prompt">What kind of questions is wanted; null for the usual.</param>
internal sealed record SuggestionSettings(bool Enabled, string? Model, JsonElement? CompletionParams, string? Prompt)
{
    private const string Section = "suggested_questions_after_answer";
    private const int LongestPrompt = 10_000;

    public static SuggestionSettings Read(AppConfig config)
    {
        var section = config.Section(Section);
        return new SuggestionSettings(
            section.Member("enabled").Flag() ?? false,
            ModelReference.Read(section.Member("model")),
            section.Member("model").Member("completion_params"),
            section.Member("prompt").Text() is { Length: > 0 } prompt ? prompt : null);
    }

    public static void Check(FieldCheck root)
    {
        var section = root.Member(Section).Object();
        section.Member("enabled").Flag();
        ModelReference.Check(section.Member("model"));
        section.Member("prompt").Text(LongestPrompt);
    }
}
