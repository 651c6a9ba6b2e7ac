using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Parses web pages as browsers do.</summary>
internal static class HtmlTree
{
    // The parser looks through all open elements for each new one: a million in each other would take it hours.
    private const int MaxDepth = 20_000;

    // What is never open, or closed by the next of its kind, and so makes no depth when its end is left out.
    private static readonly FrozenSet<string> Shallow = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "html", "head", "body");

    /// <exception cref="Middeck.Core.Errors.FaultException"><c>knowledge.html_too_deep</c></exception>
    public static async Task<IDocument> ParseAsync(string page, CancellationToken cancellationToken)
    {
        var depth = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnToken = (token, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                depth = Math.Max(0, depth + Step(token));
                if (depth > MaxDepth)
                {
                    throw KnowledgeFaults.Unreadable(
                        "knowledge.html_too_deep", $"The page's elements are nested deeper than {MaxDepth:N0} levels.");
                }
            },
        });
        return await parser.ParseDocumentAsync(page, cancellationToken);
    }

    private static int Step(HtmlToken token)
        => Shallow.Contains(token.Name ?? "") ? 0
            : token.Type == HtmlTokenType.StartTag ? 1
            : token.Type == HtmlTokenType.EndTag ? -1
            : 0;
}
