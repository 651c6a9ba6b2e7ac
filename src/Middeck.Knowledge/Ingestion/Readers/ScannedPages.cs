using Middeck.Knowledge.Ingestion.Programs;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>The scanned pages of one PDF. What cannot be read becomes a warning that names the page.</summary>
internal sealed class ScannedPages(
    PdfPicture drawing, TextRecognition recognition, string pdf, DocumentSource source, int maxPages) : IDisposable
{
    private TemporaryFolder? _folder;
    private bool? _possible;
    private int _count;

    /// <summary>The text of a page; null when none was found.</summary>
    public async Task<string?> ReadAsync(int number, CancellationToken cancellationToken)
    {
        if (!await IsPossibleAsync(cancellationToken) || !IsWithinLimit())
        {
            return null;
        }

        _folder ??= new TemporaryFolder();
        if (await drawing.DrawAsync(pdf, number, _folder, cancellationToken) is not { } picture)
        {
            source.Warn($"Page {number} could not be drawn within the limits of memory and time.");
            return null;
        }

        var text = await PdfPicture.IsBlankAsync(picture, cancellationToken)
            ? null
            : await RecognizeAsync(picture, number, cancellationToken);
        File.Delete(picture);
        return text;
    }

    public void Dispose() => _folder?.Dispose();

    private async Task<bool> IsPossibleAsync(CancellationToken cancellationToken)
    {
        if (_possible is { } known)
        {
            return known;
        }

        var missing = await recognition.MissingAsync(source.Settings, cancellationToken);
        if (missing is not null)
        {
            source.Warn(missing);
        }

        return (_possible = missing is null).Value;
    }

    private bool IsWithinLimit()
    {
        _count++;
        if (_count == maxPages + 1)
        {
            source.Warn($"More than {maxPages:N0} pages are pictures; the text of the others was not recognised.");
        }

        return _count <= maxPages;
    }

    private async Task<string?> RecognizeAsync(string picture, int number, CancellationToken cancellationToken)
    {
        var pages = await recognition.ReadAsync(picture, source.Settings, PdfPicture.DotsPerInch, cancellationToken);
        if (pages is null)
        {
            source.Warn($"The text of page {number} could not be recognised within the limits of memory and time.");
            return null;
        }

        var page = pages.Count == 0 ? new RecognizedPage("", 0) : pages[0];
        if (page.Text.Length == 0)
        {
            source.Warn($"On page {number} no text was recognised. If it holds any, scan it again at 300 dpi.");
        }
        else if (page.Confidence < RecognizedPage.Doubtful)
        {
            source.Warn(
                $"The text of page {number} was recognised with little certainty ({page.Confidence:F0} of 100). Scan it again at 300 dpi.");
        }

        return page.Text;
    }
}
