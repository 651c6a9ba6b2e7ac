using System.Diagnostics;

namespace Middeck.Cli.Tests;

/// <summary>How a program ended that was run as a person runs it.</summary>
internal sealed record CommandResult(int Code, string Output, string Error)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<CommandResult> OfAsync(
        IEnumerable<string> command, IReadOnlyDictionary<string, string> environment)
    {
        using var process = Process.Start(StartInfo(command, environment))!;
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var error = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The program with its outputs piped and without the variables of our own run.</summary>
    public static ProcessStartInfo StartInfo(IEnumerable<string> command, IReadOnlyDictionary<string, string> environment)
    {
        string[] words = [.. command];
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MIDDECK_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
