using System.Collections;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>What every command works with: the home, the environment, the two outputs and the clock.</summary>
internal sealed record CommandContext(
    MiddeckHome Home,
    IReadOnlyDictionary<string, string> Environment,
    TextWriter Output,
    TextWriter Error,
    TimeProvider Clock)
{
    /// <summary>Our own program, which the supervisor and the platform are started from.</summary>
    public string Executable { get; init; } = System.Environment.ProcessPath!;

    /// <summary>The language of its sentences and of its help.</summary>
    public Tongue Tongue { get; init; }

    public static CommandContext OfProcess()
    {
        var environment = System.Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        return new CommandContext(
            MiddeckHome.Locate(environment), environment, Console.Out, Console.Error, TimeProvider.System);
    }
}
