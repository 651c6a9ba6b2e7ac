using System.Text;
using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>Asks the person at the terminal. Without a terminal nobody answers, so what must be asked is refused.</summary>
internal static class Asking
{
    private static readonly string[] Yes = ["y", "yes", "是", "好"];

    /// <summary>Whether the answer is yes; anything else, and nothing, is no.</summary>
    /// <param name="context">Its error output shows the question.</param>
    /// <param name="question">Ends with a question mark.</param>
    /// <param name="yes">Whether <c>--yes</c> answered already.</param>
    /// <exception cref="RefusedException">There is no terminal and no <c>--yes</c>.</exception>
    public static bool Confirm(CommandContext context, Message question, bool yes)
    {
        if (yes)
        {
            return true;
        }

        if (Console.IsInputRedirected)
        {
            throw new RefusedException(ExitCode.Usage, NeedsYes(question));
        }

        context.Error.Write($"{question.In(context.Tongue)} [y/N] ");
        return Yes.Contains(Console.In.ReadLine()?.Trim().ToLowerInvariant());
    }

    /// <summary>What was typed without echo; null when there is no terminal.</summary>
    public static string? Secret(CommandContext context, Message prompt)
    {
        if (Console.IsInputRedirected)
        {
            return null;
        }

        context.Error.Write(prompt.In(context.Tongue));
        var text = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        context.Error.WriteLine();
        return text.ToString();
    }

    private static Message NeedsYes(Message question) => new(
        $"{question.English} Nobody is at a terminal to answer: add --yes.",
        $"{question.Chinese} 当前没有终端可供回答，请加 --yes。");
}
