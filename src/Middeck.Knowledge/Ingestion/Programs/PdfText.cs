using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Core.Errors;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>The text layer of one PDF, by poppler's <c>pdfinfo</c> and <c>pdftotext</c>. All runs together share one time limit.</summary>
internal sealed partial class PdfText(ReadingPrograms programs, KnowledgeOptions limits, TimeProvider clock, string path)
{
    private const char PageBreak = '\f';
    private const int OpenFailed = 1;
    private const int NotPermitted = 3;

    private TimeSpan _left = TimeSpan.FromSeconds(limits.PdfTimeout);

    /// <exception cref="FaultException">The program is missing, or the file is protected or damaged.</exception>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var pages = PageCount().Match(await RunAsync("pdfinfo", [path], cancellationToken));
        return pages.Success && int.TryParse(pages.Groups[1].ValueSpan, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw Damaged();
    }

    /// <summary>The text of some pages, one for each.</summary>
    /// <param name="first">From 1.</param>
    /// <param name="last">Included.</param>
    /// <param name="asLaidOut">Lines as they lie on the page, instead of the program's reading order.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    public async Task<string[]> PagesAsync(int first, int last, bool asLaidOut, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            "-enc", "UTF-8", "-eol", "unix", "-f", Number(first), "-l", Number(last),
            .. asLaidOut ? ["-layout"] : Array.Empty<string>(), path, "-",
        ];
        var text = await RunAsync("pdftotext", arguments, cancellationToken);

        // Each page ends with a form feed, the last one too; a damaged page may be missing at the end.
        var pages = text.Split(PageBreak)[..^1];
        Array.Resize(ref pages, last - first + 1);
        return Array.ConvertAll(pages, static page => page ?? "");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var executable = programs.Find(program) ?? throw new FaultException(new Fault(
            FaultKind.Unavailable,
            "knowledge.pdftotext_missing",
            $"PDF files are read with {program}, which is not installed. Install it by: apt-get install poppler-utils"));
        var start = clock.GetTimestamp();
        var outcome = _left <= TimeSpan.Zero
            ? new ProgramOutcome.TimedOut()
            : await programs.RunAsync(new ProgramRun(executable, arguments, _left, limits.PdfMemoryBytes), cancellationToken);
        _left -= clock.GetElapsedTime(start);
        return outcome switch
        {
            ProgramOutcome.Ended(0, var text, _) => text,
            ProgramOutcome.Ended(var code, _, var errors) => throw Failure(code, errors),
            ProgramOutcome.TimedOut => throw KnowledgeFaults.Unreadable(
                "knowledge.pdf_timeout",
                $"Reading the PDF took longer than {limits.PdfTimeout} seconds and was given up. Split it into smaller files."),
            _ => throw KnowledgeFaults.Unreadable(
                "knowledge.text_too_long", "Some pages of the PDF hold millions of characters. Split it into smaller files."),
        };
    }

    private static FaultException Failure(int exitCode, string errors)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase) || exitCode == NotPermitted)
        {
            return KnowledgeFaults.Unreadable(
                "knowledge.password_protected",
                "The PDF is password-protected. Save a copy without a password and upload that.");
        }

        return exitCode == OpenFailed
            ? Damaged()
            : KnowledgeFaults.Unreadable(
                "knowledge.pdf_damaged",
                "The PDF could not be read within the limits of memory and time. Split it into smaller files.");
    }

    private static FaultException Damaged()
        => KnowledgeFaults.Unreadable(
            "knowledge.pdf_damaged",
            "The PDF is damaged and cannot be opened. Export it again from the program that made it.");

    [GeneratedRegex(@"^Pages:\s+([0-9]+)", RegexOptions.Multiline)]
    private static partial Regex PageCount();
}
