using System.Diagnostics;
using Middeck.Operations;
using Middeck.Operations.Checks;
using Middeck.Operations.Language;
using Middeck.Server;

namespace Middeck.Cli;

/// <summary>Opens what checks look at, with everything that this program knows.</summary>
internal static class SceneOpener
{
    /// <summary>The scene of the command's home; with a draft in place of its configuration file when one is given.</summary>
    public static CheckScene Open(CommandContext context, string? draft = null) => CheckScene.Open(
        context.Home,
        context.Environment,
        MiddeckServer.KnownOptions(),
        context.Clock,
        configuration => PlatformServices.Open(configuration, context.Clock),
        draft,
        (arguments, cancellationToken) => RunOwnAsync(context, arguments, cancellationToken));

    // Its output goes to ours for people: what this command answers stays one document.
    private static async Task RunOwnAsync(
        CommandContext context, IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(context.Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        start.Environment["MIDDECK_HOME"] = context.Home.Root;
        start.Environment["MIDDECK_LANG"] = context.Tongue == Tongue.Chinese ? "zh" : "en";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        await Task.WhenAll(
            CopyAsync(process.StandardOutput, context.Error, cancellationToken),
            CopyAsync(process.StandardError, context.Error, cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new RefusedException(ExitCode.Failed, new Message(
                $"middeck {string.Join(' ', arguments)} ended with code {process.ExitCode}; its words are above.",
                $"middeck {string.Join(' ', arguments)} 以代码 {process.ExitCode} 结束，输出见上。"));
        }
    }

    private static async Task CopyAsync(StreamReader from, TextWriter to, CancellationToken cancellationToken)
    {
        while (await from.ReadLineAsync(cancellationToken) is { } line)
        {
            await to.WriteLineAsync(line.AsMemory(), cancellationToken);
        }
    }
}
