using System.CommandLine;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>The language of sentences: <c>--lang</c>, else <c>MIDDECK_LANG</c>, else the terminal's.</summary>
internal static class LanguageOption
{
    public static readonly Option<string?> Option = new("--lang")
    {
        Description = "Language of messages: en or zh",
        Recursive = true,
    };

    private static readonly string[] Variables = ["MIDDECK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    public static Tongue Of(ParseResult parsed, IReadOnlyDictionary<string, string> environment)
    {
        var name = parsed.GetValue(Option)
            ?? Variables.Select(variable => environment.GetValueOrDefault(variable))
                .FirstOrDefault(value => value is { Length: > 0 });
        return name?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Tongue.Chinese : Tongue.English;
    }
}
