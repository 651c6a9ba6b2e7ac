using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>Draws pages of PDFs with poppler's <c>pdftoppm</c>, for text to be recognised in them.</summary>
internal sealed class PdfPicture(ReadingPrograms programs, IOptions<KnowledgeOptions> options)
{
    /// <summary>The resolution that Tesseract reads well at a bearable size.</summary>
    public const int DotsPerInch = 200;

    // Of 255 levels of grey: paper that was scanned without anything on it is not all of one grey.
    private const int Uniform = 24;

    /// <summary>Draws one page in shades of grey.</summary>
    /// <returns>The path of the picture in the folder; null when the page cannot be drawn within the limits.</returns>
    public async Task<string?> DrawAsync(string pdf, int page, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "-r", DotsPerInch.ToString(CultureInfo.InvariantCulture), "-gray", "-f", number, "-l", number, "-singlefile",
            pdf, folder.File(number),
        ];
        var run = new ProgramRun(
            programs.Find("pdftoppm")!, arguments, TimeSpan.FromSeconds(options.Value.OcrTimeout), options.Value.PdfMemoryBytes);
        var picture = folder.File(number + ".pgm");
        return await programs.RunAsync(run, cancellationToken) is ProgramOutcome.Ended(0, _, _) && File.Exists(picture) ? picture : null;
    }

    /// <summary>Whether a picture shows nothing at all, so that looking for text would be in vain.</summary>
    public static async Task<bool> IsBlankAsync(string picture, CancellationToken cancellationToken)
    {
        // P5 1654 2339 255, then one byte for each dot.
        const int HeaderLength = 20;
        await using var file = File.OpenRead(picture);
        file.Position = HeaderLength;
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 18);
        var (darkest, lightest) = (byte.MaxValue, byte.MinValue);
        int read;
        while (lightest - darkest < Uniform && (read = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            foreach (var dot in buffer.AsSpan(0, read))
            {
                (darkest, lightest) = (Math.Min(darkest, dot), Math.Max(lightest, dot));
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
        return lightest - darkest < Uniform;
    }
}
