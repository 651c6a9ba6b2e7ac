using System.Diagnostics;
using Microsoft.Extensions.Options;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>Recognises the text in pictures (OCR) with <c>tesseract</c>.</summary>
internal sealed class TextRecognition(ReadingPrograms programs, IOptions<KnowledgeOptions> options)
{
    private const string Automatic = "chi_sim+eng";

    // One thread for each picture: more make it slower when several are read at once.
    private static readonly Dictionary<string, string> Environment = new() { ["OMP_THREAD_LIMIT"] = "1" };

    /// <summary>What is not installed and how to install it, as a sentence; null when all is there.</summary>
    public async Task<string?> MissingAsync(ReadingSettings settings, CancellationToken cancellationToken)
    {
        var languages = Languages(settings).Split('+');
        if (programs.Find("tesseract") is not { } tesseract)
        {
            return "Text in pictures is recognised with Tesseract, which is not installed. Install it by: "
                + $"apt-get install tesseract-ocr {string.Join(' ', languages.Select(Package))}";
        }

        var outcome = await programs.RunAsync(Run(tesseract, ["--list-langs"]), cancellationToken);
        var installed = outcome is ProgramOutcome.Ended(0, var text, _) ? text.Split('\n', StringSplitOptions.TrimEntries) : [];
        var missing = languages.Except(installed).ToList();
        return missing.Count == 0
            ? null
            : $"Tesseract does not know the language {string.Join(", ", missing)} of the pictures. Install it by: "
                + $"apt-get install {string.Join(' ', missing.Select(Package))}";
    }

    /// <summary>Recognises a picture; one of several pages gives as many.</summary>
    /// <param name="path">The picture. Its content must be known to be one: of a text Tesseract would open the files that it lists.</param>
    /// <param name="settings">The languages.</param>
    /// <param name="dotsPerInch">When they are known.</param>
    /// <param name="cancellationToken">Kills the program.</param>
    /// <returns>Null when the picture cannot be read, or not within the limits.</returns>
    public async Task<IReadOnlyList<RecognizedPage>?> ReadAsync(
        string path, ReadingSettings settings, int? dotsPerInch, CancellationToken cancellationToken)
    {
        string[] resolution = dotsPerInch is { } dots ? ["--dpi", FormattableString.Invariant($"{dots}")] : [];
        var outcome = await programs.RunAsync(
            Run(programs.Find("tesseract")!, [path, "stdout", "-l", Languages(settings), .. resolution, "tsv"]), cancellationToken);
        return outcome switch
        {
            ProgramOutcome.Ended(0, var words, _) => RecognizedWords.Pages(words),
            ProgramOutcome.Ended or ProgramOutcome.TimedOut or ProgramOutcome.TooMuch => null,
            _ => throw new UnreachableException(),
        };
    }

    private static string Languages(ReadingSettings settings) => settings.OcrLanguages ?? Automatic;

    // chi_sim is in tesseract-ocr-chi-sim
    private static string Package(string language)
        => $"tesseract-ocr-{language.Replace('_', '-').ToLowerInvariant()}";

    private ProgramRun Run(string tesseract, IReadOnlyList<string> arguments)
        => new(tesseract, arguments, TimeSpan.FromSeconds(options.Value.OcrTimeout), options.Value.PdfMemoryBytes)
        {
            Environment = Environment,
        };
}
