using System.CommandLine;
using System.Text.RegularExpressions;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>
/// Puts into Chinese what System.CommandLine's own translation leaves in English: a heading of its help, default values, what
/// it proposes for a command that was mistyped.
/// </summary>
internal static partial class OwnWords
{
    /// <summary>Does work that writes to the configuration's outputs, in one language.</summary>
    public static T Speak<T>(InvocationConfiguration configuration, Tongue tongue, Func<T> work)
    {
        if (tongue == Tongue.English)
        {
            return work();
        }

        var (output, error) = (configuration.Output, configuration.Error);
        using var toOutput = new StringWriter();
        using var toError = new StringWriter();
        (configuration.Output, configuration.Error) = (toOutput, toError);
        try
        {
            return work();
        }
        finally
        {
            (configuration.Output, configuration.Error) = (output, error);
            output.Write(Chinese(toOutput.ToString()));
            error.Write(Chinese(toError.ToString()));
        }
    }

    private static string Chinese(string text)
    {
        var translated = Description().Replace(text, "说明：");
        translated = Default().Replace(translated, "[默认：$1]");
        translated = Unmatched().Replace(translated, "没有“$1”。是否想输入：");
        return translated.Replace("。.", "。", StringComparison.Ordinal).Replace("“'", "“", StringComparison.Ordinal)
            .Replace("'”", "”", StringComparison.Ordinal);
    }

    [GeneratedRegex("^Description:", RegexOptions.Multiline)]
    private static partial Regex Description();

    [GeneratedRegex(@"\[default: ([^\]]*)\]")]
    private static partial Regex Default();

    [GeneratedRegex("'([^']*)' was not matched\\. Did you mean one of the following\\?")]
    private static partial Regex Unmatched();
}
