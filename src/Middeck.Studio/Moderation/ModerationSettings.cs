using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Moderation;

/// <summary>
/// The section <c>sensitive_word_avoidance</c>:
/// <code>
/// {"enabled": true, "type": "keywords", "config": {
///   "keywords": "one\ntwo",
///   "inputs_config": {"enabled": true, "preset_response": "Ask something else."},
///   "outputs_config": {"enabled": false}}}
/// </code>
/// </summary>
/// <param name="Type">Who judges.</param>
/// <param name="Inputs">What is done with questions.</param>
/// <param name="Outputs">What is done with answers.</param>
/// <param name="AllowsOnError">Whether texts pass when the judge cannot be asked.</param>
/// <param name="Config">The judge's own settings.</param>
internal sealed record ModerationSettings(
    string Type, ModerationSide Inputs, ModerationSide Outputs, bool AllowsOnError, JsonElement? Config)
{
    public const string Section = "sensitive_word_avoidance";

    /// <summary>The settings; null when nothing is judged.</summary>
    public static ModerationSettings? Read(AppConfig config)
    {
        var section = config.Section(Section);
        if (section.Member("enabled").Flag() != true || section.Member("type").Text() is not { Length: > 0 } type)
        {
            return null;
        }

        var own = section.Member("config");
        return new ModerationSettings(
            type,
            Side(own.Member("inputs_config")),
            Side(own.Member("outputs_config")),
            own.Member("on_error").Text() == "allow",
            own);
    }

    private static ModerationSide Side(JsonElement? side)
        => side.Member("enabled").Flag() == true
            ? new ModerationSide(true, side.Member("preset_response").Text() ?? "")
            : ModerationSide.Off;
}
