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

    /// <summary>Read before the command line is parsed: help and usage errors speak the language as well.</summary>
    public static Tongue Of(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var name = Given(arguments)
            ?? Variables.Select(variable => environment.GetValueOrDefault(variable))
                .FirstOrDefault(value => value is { Length: > 0 });
        return name?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Tongue.Chinese : Tongue.English;
    }

    private static string? Given(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] == Option.Name)
            {
                return arguments.ElementAtOrDefault(index + 1);
            }

            if (arguments[index].StartsWith($"{Option.Name}=", StringComparison.Ordinal))
            {
                return arguments[index][(Option.Name.Length + 1)..];
            }
        }

        return null;
    }
}
