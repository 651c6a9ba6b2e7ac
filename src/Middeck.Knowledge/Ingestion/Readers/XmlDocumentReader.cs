using System.Runtime.CompilerServices;
using System.Xml;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads XML while going through it: each text with the path of its element, <c>order/item/name: Door</c>.</summary>
internal sealed class XmlDocumentReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    private const int ElementsBetweenReports = 10_000;

    public IReadOnlyList<FileFormat> Formats { get; } = [new("xml", "application/xml", FileSignature.Text)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        using var text = await TextDecoder.OpenAsync(
            content, await DeclaredAsync(content, cancellationToken), cancellationToken);
        foreach (var page in Guarded.Pages(Read(text, cancellationToken), Damaged))
        {
            await source.ReportBytesAsync(content);
            yield return page;
        }
    }

    private IEnumerable<ExtractedPage> Read(StreamReader text, CancellationToken cancellationToken)
    {
        using var reader = SafeXml.Open(text, 4L * options.Value.MaxCharacters);
        var lines = new XmlLines();
        for (var nodes = 1; reader.Read(); nodes++)
        {
            if (nodes % ElementsBetweenReports == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            foreach (var page in lines.Take(reader))
            {
                yield return page;
            }
        }

        foreach (var page in lines.Rest())
        {
            yield return page;
        }
    }

    private static async Task<string?> DeclaredAsync(Stream content, CancellationToken cancellationToken)
    {
        content.Position = 0;
        var start = new byte[256];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var declaration = System.Text.Encoding.ASCII.GetString(start, 0, length).Split("?>")[0];
        var at = declaration.IndexOf("encoding=", StringComparison.Ordinal);
        return at < 0 ? null : declaration[(at + "encoding=".Length)..].Split('"', '\'') is [_, var name, ..] ? name : null;
    }

    private static Exception Damaged(Exception ex)
    {
        var line = ex is XmlException { LineNumber: > 0 } xml ? $" in line {xml.LineNumber:N0}" : "";
        return ex.Message.Contains("entity", StringComparison.OrdinalIgnoreCase)
            ? KnowledgeFaults.Unreadable(
                "knowledge.xml_entities",
                $"The XML uses an entity{line} that its document type declares. Entities are not expanded, since hostile files "
                + "do harm by them. Write the text out and upload it again.",
                ex)
            : KnowledgeFaults.Unreadable(
                "knowledge.xml_damaged", $"The XML is not well-formed: it cannot be read{line}.", ex);
    }
}
