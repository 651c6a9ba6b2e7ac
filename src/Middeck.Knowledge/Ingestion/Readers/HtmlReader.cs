using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Reads web pages: the text that a reader would see, with headings, lists and tables; scripts and styles are left out.</summary>
internal sealed partial class HtmlReader(IOptions<KnowledgeOptions> options) : IDocumentReader
{
    private const int DeclarationWithin = 1024;

    public IReadOnlyList<FileFormat> Formats { get; } =
    [
        new("html", "text/html", FileSignature.Text),
        new("htm", "text/html", FileSignature.Text),
        new("xhtml", "application/xhtml+xml", FileSignature.Text),
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await source.SeekableAsync(cancellationToken);
        if (content.Length > options.Value.MaxTreeBytes)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.html_too_large",
                $"The page has {content.Length:N0} bytes; pages of up to {options.Value.MaxTreeBytes:N0} bytes are read. "
                + "Split it, or save its text as .txt or .md.");
        }

        using var reader = await TextDecoder.OpenAsync(content, await DeclaredAsync(content, cancellationToken), cancellationToken);
        var page = await reader.ReadToEndAsync(cancellationToken);
        using var document = await HtmlTree.ParseAsync(
            source.Extension == "xhtml" ? OpenTags(page) : page, cancellationToken);
        var pages = new PageWriter();
        foreach (var full in new HtmlText(pages).Write(document, withTitle: true))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return full;
        }

        foreach (var last in pages.Rest())
        {
            yield return last;
        }
    }

    /// <summary>XHTML as HTML's rules understand it: those know no <c>&lt;title/&gt;</c> and would take the rest of the page for the title.</summary>
    public static string OpenTags(string xhtml) => EmptyTags().Replace(xhtml, "<$1$2></$1>");

    // <meta charset="gb2312"> or <meta http-equiv="Content-Type" content="text/html; charset=big5">.
    private static async Task<string?> DeclaredAsync(Stream content, CancellationToken cancellationToken)
    {
        var start = new byte[DeclarationWithin];
        var length = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        var declared = Charset().Match(Encoding.ASCII.GetString(start, 0, length));
        return declared.Success ? declared.Groups[1].Value : null;
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?([A-Za-z0-9_\-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Charset();

    [GeneratedRegex("<(script|style|title|iframe|textarea|noscript|div|span|a|p|i|b|em|td|th)(\\s[^<>]*)?/>")]
    private static partial Regex EmptyTags();
}
