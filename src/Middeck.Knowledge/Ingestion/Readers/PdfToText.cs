using System.Diagnostics;
using System.Text;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Runs <c>pdftotext</c> on a file: without a shell, without our environment, under a time limit and, where <c>prlimit</c>
/// (util-linux) is there, under limits of memory and processor time, so that a hostile file costs us nothing but its own job.
/// </summary>
internal sealed class PdfToText(TimeProvider clock)
{
    private const int OpenFailed = 1;
    private const int NotPermitted = 3;

    private static readonly string[] Folders = ["/usr/bin", "/usr/local/bin", "/bin", "/opt/homebrew/bin"];

    private readonly string? _program = Find("pdftotext");
    private readonly string? _limiter = Find("prlimit");

    /// <summary>Reads the text layer.</summary>
    /// <param name="path">The file.</param>
    /// <param name="asLaidOut">Lines as they lie on the page, instead of the program's reading order.</param>
    /// <param name="limits">Time, memory and length.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>The text in UTF-8, each page ended by a form feed.</returns>
    /// <exception cref="FaultException">The program is missing, or the file is protected, damaged, too long or takes too long.</exception>
    public async Task<string> RunAsync(
        string path, bool asLaidOut, KnowledgeOptions limits, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(limits.PdfTimeout), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var process = Start(path, asLaidOut, limits);
        try
        {
            var errors = ReadErrorsAsync(process.StandardError, either.Token);
            var text = await ReadTextAsync(process.StandardOutput, limits.MaxCharacters, either.Token);
            await process.WaitForExitAsync(either.Token);
            return process.ExitCode == 0 ? text : throw Failure(process.ExitCode, await errors);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.pdf_timeout",
                $"Reading the PDF took longer than {limits.PdfTimeout} seconds and was given up. "
                + "Split it into smaller files.");
        }
        finally
        {
            Stop(process);
        }
    }

    private static string? Find(string name)
        => Folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

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

    private static async Task<string> ReadTextAsync(
        StreamReader reader, int maxCharacters, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var buffer = new char[16384];
        int read;
        while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (text.Length + read > maxCharacters)
            {
                throw WholeFile.TooLong(maxCharacters);
            }

            text.Append(buffer, 0, read);
        }

        return text.ToString();
    }

    private static FaultException Failure(int exitCode, string errors)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase) || exitCode == NotPermitted)
        {
            return KnowledgeFaults.Unreadable(
                "knowledge.password_protected",
                "The PDF is password-protected. Save a copy without a password and upload that.");
        }

        return KnowledgeFaults.Unreadable(
            "knowledge.pdf_damaged",
            exitCode == OpenFailed
                ? "The PDF is damaged and cannot be opened. Export it again from the program that made it."
                : "The PDF could not be read within the limits of memory and time. Split it into smaller files.");
    }

    private Process Start(string path, bool asLaidOut, KnowledgeOptions limits)
    {
        if (_program is null)
        {
            throw new FaultException(new Fault(
                FaultKind.Unavailable,
                "knowledge.pdftotext_missing",
                "PDF files are read with pdftotext, which is not installed. Install the package poppler-utils and try again."));
        }

        string[] arguments = ["-enc", "UTF-8", "-eol", "unix", .. asLaidOut ? ["-layout"] : Array.Empty<string>(), path, "-"];
        var start = _limiter is null
            ? new ProcessStartInfo(_program, arguments)
            : new ProcessStartInfo(
                _limiter,
                [$"--as={limits.PdfMemoryBytes}", $"--cpu={limits.PdfTimeout}", "--core=0", "--", _program, .. arguments]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.StandardOutputEncoding = Encoding.UTF8;
        start.UseShellExecute = false;
        start.Environment.Clear();
        return Process.Start(start)!;
    }
}
