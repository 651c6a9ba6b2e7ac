using Spectre.Console;

namespace Middeck.Cli;

/// <summary>Writes tables to any writer: plain, and never folded to a width that a pipe does not have.</summary>
internal static class Terminal
{
    public static IAnsiConsole On(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = 160;
        return console;
    }
}
