using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>
/// Runs programs that read files: without a shell, without our environment, under a time limit and, where <c>prlimit</c>
/// (util-linux) is there, under limits of memory and processor time, so that a hostile file costs us nothing but its own job.
/// </summary>
/// <param name="clock">Measures the time limit.</param>
/// <param name="folders">Where programs are; null for the usual places.</param>
internal sealed class ReadingPrograms(TimeProvider clock, IReadOnlyList<string>? folders = null)
{
    private static readonly string[] Usual =
        ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin", "/usr/lib/libreoffice/program"];

    private readonly string? _limiter = FindIn(Usual, "prlimit");

    /// <summary>The path of a program; null when it is not installed.</summary>
    public string? Find(string name) => FindIn(folders ?? Usual, name);

    public async Task<ProgramOutcome> RunAsync(ProgramRun run, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(run.Time, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var process = Start(run);
        try
        {
            var errors = ReadErrorsAsync(process.StandardError, either.Token);
            if (await ReadTextAsync(process.StandardOutput, run.MaxCharacters, either.Token) is not { } text)
            {
                return new ProgramOutcome.TooMuch();
            }

            await process.WaitForExitAsync(either.Token);
            return new ProgramOutcome.Ended(process.ExitCode, text, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ProgramOutcome.TimedOut();
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string? FindIn(IReadOnlyList<string> folders, string name)
        => folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    // Enough to tell what is wrong; a damaged file may bring a line for each of a million objects.
    private static async Task<string> ReadErrorsAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        const int Enough = 4096;
        var kept = new StringBuilder();
        var buffer = new char[4096];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(read, Enough - kept.Length));
        }

        return kept.ToString();
    }

    private static async Task<string?> ReadTextAsync(
        StreamReader reader, int maxCharacters, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[16384];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (text.Length + read > maxCharacters)
            {
                return null;
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private Process Start(ProgramRun run)
    {
        var seconds = Math.Ceiling(run.Time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var start = _limiter is null
            ? new ProcessStartInfo(run.Path, run.Arguments)
            : new ProcessStartInfo(
                _limiter, [$"--as={run.MemoryBytes}", $"--cpu={seconds}", "--core=0", "--", run.Path, .. run.Arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.UseShellExecute = false;
        start.Environment.Clear();
        foreach (var (name, value) in run.Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
