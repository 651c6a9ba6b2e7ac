using System.CommandLine;
using System.Globalization;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>The language of sentences: <c>--lang</c>, else <c>MIDDECK_LANG</c>, else the terminal's.</summary>
internal static class LanguageOption
{
    private const string Name = "--lang";

    private static readonly string[] Variables = ["MIDDECK_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>The option, for help and completion; it is read by <see cref="Of"/>.</summary>
    public static Option<string?> Create(CommandContext context)
    {
        var option = new Option<string?>(Name)
        {
            Description = new Message("Language of messages: en or zh", "消息语言：en 或 zh").In(context.Tongue),
            Recursive = true,
        };
        option.CompletionSources.Add("en", "zh");
        return option;
    }

    /// <summary>Speaks the language also where System.CommandLine speaks for us: in help and on wrong usage.</summary>
    public static void Apply(Tongue tongue)
    {
        try
        {
            CultureInfo.CurrentUICulture = tongue == Tongue.Chinese
                ? CultureInfo.GetCultureInfo("zh-Hans")
                : CultureInfo.InvariantCulture;
        }
        catch (CultureNotFoundException)
        {
            // A process that was told to do without cultures, as the supervisor is, has nobody to talk to.
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        }
    }

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
            if (arguments[index] == Name)
            {
                return arguments.ElementAtOrDefault(index + 1);
            }

            if (arguments[index].StartsWith($"{Name}=", StringComparison.Ordinal))
            {
                return arguments[index][(Name.Length + 1)..];
            }
        }

        return null;
    }
}
