using System.Text;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Reads files for those who need only their text.</summary>
internal sealed class SingleDocuments(DocumentReaders readers) : IDocumentText
{
    public bool Reads(string fileName)
        => readers.FormatOf(fileName) is { } format
            && !format.MimeType.StartsWith("image/", StringComparison.Ordinal);

    public async Task<DocumentText> ReadAsync(
        Stream content, string fileName, int maxCharacters, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        await using var source = new DocumentSource(
            content, DocumentReaders.ExtensionOf(fileName), new ReadingSettings());
        await foreach (var page in readers.ReadAsync(source, cancellationToken))
        {
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }

            text.Append(TextCleaner.Clean(page.Text, new ChunkingSettings()));
            if (text.Length > maxCharacters)
            {
                return new DocumentText(text.ToString()[..TextCut.At(text.ToString(), maxCharacters)], IsCut: true);
            }
        }

        return new DocumentText(text.ToString(), IsCut: false);
    }
}
