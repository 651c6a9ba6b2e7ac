using Middeck.Studio.Configuration;
using Middeck.Studio.Extensions;

namespace Middeck.Studio.Moderation;

/// <summary>Refuses settings of moderation that would not do what they say.</summary>
internal static class ModerationCheck
{
    private const int LongestPreset = 2_000;
    private const int LongestInstruction = 10_000;

    public static void Check(FieldCheck root)
    {
        var section = root.Member(ModerationSettings.Section).Object();
        section.Member("enabled").Flag();
        var type = section.Member("type").Text(50);
        var config = section.Member("config").Object();
        if (section.Value.Member("enabled").Flag() != true)
        {
            return;
        }

        type.Present();
        if (!ModerationType.Known.Contains(type.Value.Text()))
        {
            throw type.Refuse($"must be one of: {string.Join(", ", ModerationType.Known)}");
        }

        CheckSides(config.Present(), needsPreset: type.Value.Text() != ModerationType.Api);
        if (config.Member("on_error").Text(10).Value.Text() is not (null or "block" or "allow"))
        {
            throw config.Member("on_error").Refuse("must be block or allow");
        }

        CheckOwn(type.Value.Text()!, config);
    }

    private static void CheckSides(FieldCheck config, bool needsPreset)
    {
        var isAnyOn = false;
        foreach (var name in (string[])["inputs_config", "outputs_config"])
        {
            var side = config.Member(name).Object();
            var preset = side.Member("preset_response").Text(LongestPreset);
            if (side.Member("enabled").Flag().Value.Flag() == true)
            {
                isAnyOn = true;
                if (needsPreset && string.IsNullOrWhiteSpace(preset.Value.Text()))
                {
                    throw preset.Refuse("is needed");
                }
            }
        }

        if (!isAnyOn)
        {
            throw config.Refuse("must enable inputs_config or outputs_config");
        }
    }

    private static void CheckOwn(string type, FieldCheck config)
    {
        switch (type)
        {
            case ModerationType.Keywords:
                KeywordList.Check(config.Member("keywords"));
                break;
            case ModerationType.Pattern:
                PatternList.Check(config.Member("patterns"));
                break;
            case ModerationType.Api:
                ExtensionReference.Check(config);
                break;
            default:
                ModelReference.Check(config.Member("model"));
                config.Member("instruction").Text(LongestInstruction);
                break;
        }
    }
}
