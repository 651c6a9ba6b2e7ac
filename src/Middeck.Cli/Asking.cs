using Middeck.Operations;
using Middeck.Operations.Language;

namespace Middeck.Cli;

/// <summary>Asks before something is done that cannot be undone.</summary>
internal static class Asking
{
    /// <summary>Whether to go on. Without a terminal nobody can answer: refused, naming <c>--yes</c>.</summary>
    /// <param name="context">Its error output shows the question.</param>
    /// <param name="question">A yes or no question.</param>
    /// <param name="yes">Whether it was answered on the command line.</param>
    /// <exception cref="RefusedException">There is nobody to ask.</exception>
    public static bool Confirm(CommandContext context, Message question, bool yes)
    {
        if (yes)
        {
            return true;
        }

        if (Console.IsInputRedirected)
        {
            throw new RefusedException(ExitCode.Usage, new Message(
                $"{question.English} Nobody is here to answer: add --yes.",
                $"{question.Chinese} 当前没有终端可供确认，请加上 --yes。"));
        }

        context.Error.Write($"{question.In(context.Tongue)} [y/N] ");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes" or "是";
    }
}
