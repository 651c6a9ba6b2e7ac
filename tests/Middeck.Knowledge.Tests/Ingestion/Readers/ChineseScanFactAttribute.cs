using System.Diagnostics;
using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Tests.Ingestion.Readers;

/// <summary>A test that reads a Chinese scan for real: skipped where what draws or reads it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ChineseScanFactAttribute : FactAttribute
{
    private const string Language = "chi_sim";

    public ChineseScanFactAttribute()
        => Skip = new ReadingPrograms(TimeProvider.System) is var programs && programs.Find("soffice") is null
            ? "LibreOffice, which sets the page, is not installed."
            : programs.Find("tesseract") is not { } tesseract
                ? "Tesseract is not installed."
                : KnowsChinese(tesseract) ? null : $"Tesseract's language {Language} is not installed.";

    private static bool KnowsChinese(string tesseract)
    {
        using var process = Process.Start(
            new ProcessStartInfo(tesseract, "--list-langs") { RedirectStandardOutput = true })!;
        var languages = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return languages.Split('\n', StringSplitOptions.TrimEntries).Contains(Language);
    }
}
