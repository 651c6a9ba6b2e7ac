using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
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
    ];

    public async IAsyncEnumerable<ExtractedPage> ReadAsync(
        DocumentSource source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await WholeFile.ReadAsync(source.Content, options.Value.MaxCharacters, cancellationToken);
        using var document = await new HtmlParser().ParseDocumentAsync(Decode(bytes), cancellationToken);
        foreach (var page in TextCut.Pages(new HtmlText().Of(document)))
        {
            yield return page;
        }
    }

    // <meta charset="gb2312"> or <meta http-equiv="Content-Type" content="text/html; charset=big5">. A page that says UTF-8
    // is checked like any other text, since many do so without being it.
    private static string Decode(byte[] bytes)
    {
        var declared = DeclaredEncoding().Match(
            Encoding.ASCII.GetString(bytes, 0, Math.Min(bytes.Length, DeclarationWithin)));
        return declared.Success && !declared.Groups[1].Value.StartsWith("utf", StringComparison.OrdinalIgnoreCase)
            ? TextDecoder.TryDecode(bytes, declared.Groups[1].Value) ?? TextDecoder.Decode(bytes)
            : TextDecoder.Decode(bytes);
    }

    [GeneratedRegex(@"<meta[^>]+charset\s*=\s*[""']?([A-Za-z0-9_\-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex DeclaredEncoding();
}
