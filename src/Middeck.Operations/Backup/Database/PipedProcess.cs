using System.Diagnostics;
using System.Text;
using Middeck.Operations.Processes;

namespace Middeck.Operations.Backup.Database;

/// <summary>A program that bytes flow through.</summary>
internal static class PipedProcess
{
    private const int KeptErrors = 4096;

    /// <summary>Runs it to its end.</summary>
    /// <param name="command">The program.</param>
    /// <param name="write">Writes its standard input, which is closed afterwards; null for none.</param>
    /// <param name="read">Reads its standard output.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when it succeeded, else what it said.</returns>
    public static async Task<string?> RunAsync(
        ProcessCommand command,
        Func<Stream, CancellationToken, Task>? write,
        Func<Stream, CancellationToken, Task> read,
        CancellationToken cancellationToken)
    {
        using var process = Start(command);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var errors = ErrorsAsync(process.StandardError, stop.Token);
        try
        {
            var writing = WriteAsync(process, write, stop.Token);
            var reading = read(process.StandardOutput.BaseStream, stop.Token);
            // Whichever fails first ends the other: a reader that gave up would leave the writer waiting for ever.
            await Task.WhenAny(writing, reading);
            if (writing.IsFaulted || reading.IsFaulted)
            {
                process.Kill();
            }

            await Task.WhenAll(writing, reading);
            await process.WaitForExitAsync(stop.Token);
            return process.ExitCode == 0 ? null : Words(await errors, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }

            await stop.CancelAsync();
        }
    }

    private static Process Start(ProcessCommand command)
    {
        var start = new ProcessStartInfo(command.Arguments[0], command.Arguments.Skip(1))
        {
            UseShellExecute = false,
            WorkingDirectory = command.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static async Task WriteAsync(
        Process process, Func<Stream, CancellationToken, Task>? write, CancellationToken cancellationToken)
    {
        var input = process.StandardInput.BaseStream;
        try
        {
            if (write is not null)
            {
                await write(input, cancellationToken);
            }

            input.Close();
        }
        catch (IOException) when (!cancellationToken.IsCancellationRequested && process.WaitForExit(TimeSpan.FromSeconds(1)))
        {
            // It ended before it read everything; its exit code and errors say why.
        }
    }

    // The end of what it says: the last lines give the reason.
    private static async Task<string> ErrorsAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        var kept = new StringBuilder();
        try
        {
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                kept.AppendLine(line);
                if (kept.Length > KeptErrors)
                {
                    kept.Remove(0, kept.Length - KeptErrors);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody wants to know any more.
        }

        return kept.ToString();
    }

    private static string Words(string errors, int exitCode)
    {
        var lines = errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.FirstOrDefault(line => line.Contains("ERROR", StringComparison.OrdinalIgnoreCase))
            ?? lines.FirstOrDefault()
            ?? $"exit code {exitCode}";
    }
}
