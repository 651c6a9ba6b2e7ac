using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads mails: who wrote what to whom and when, the text (or the web page in its place), and the names of the attachments.</summary>
internal sealed class EmlReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    private static readonly string[] Shown = ["Subject", "From", "To", "Cc", "Date"];

    public IReadOnlyList<FileFormat> Formats { get; } = [new("eml", "message/rfc822", FileSignature.Text)];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);

        // Bytes as characters: each part has an encoding of its own.
        using var lines = new StreamReader(content, Encoding.Latin1, false, leaveOpen: true);
        var mail = await new MimeParser(options.Value.MaxTreeBytes).ReadAsync(lines, cancellationToken);
        var pages = new PageWriter();
        pages.Block("# " + (mail.Headers.Decoded("Subject") is { Length: > 0 } subject ? subject : "(no subject)"));
        foreach (var name in Shown[1..])
        {
            if (mail.Headers.Decoded(name) is { Length: > 0 } value)
            {
                pages.Line($"{name}: {value}");
            }
        }

        foreach (var part in mail.Bodies)
        {
            await foreach (var page in BodyAsync(part, pages, cancellationToken))
            {
                yield return page;
            }
        }

        if (mail.Attachments.Count > 0)
        {
            pages.Block("Attachments: " + string.Join(", ", mail.Attachments));
        }

        foreach (var page in pages.Rest())
        {
            yield return page;
        }
    }

    private static async IAsyncEnumerable<ExtractedPage> BodyAsync(
        MimePart part, PageWriter pages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var text = await TextDecoder.DecodeAsync(part.Content, part.Headers.Parameter("Content-Type", "charset"), cancellationToken);
        if (!part.IsHtml)
        {
            foreach (var paragraph in text.ReplaceLineEndings("\n").Split("\n\n"))
            {
                pages.Block(paragraph);
            }

            yield break;
        }

        using var document = await HtmlTree.ParseAsync(text, cancellationToken);
        foreach (var page in new HtmlText(pages).Write(document, withTitle: false))
        {
            yield return page;
        }
    }
}
