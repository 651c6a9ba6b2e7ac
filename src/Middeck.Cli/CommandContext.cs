using System.Collections;
using Middeck.Operations.Home;

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

    public static CommandContext OfProcess()
    {
        var environment = System.Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
        return new CommandContext(
            MiddeckHome.Locate(environment), environment, Console.Out, Console.Error, TimeProvider.System);
    }
}
