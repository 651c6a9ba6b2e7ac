using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Writes the text of a page that a reader would see. Walks without recursion: a page may be nested a million deep.</summary>
internal sealed class HtmlText(PageWriter pages)
{
    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "button");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "hr", "main", "nav", "ol", "p", "section", "summary", "ul", "caption");

    private readonly StringBuilder _block = new();
    private readonly List<string> _row = [];
    private readonly HashSet<INode> _layouts = [];
    private int _preformatted;
    private int _tables;
    private int _items;
    private string _mark = "";

    /// <summary>Writes all of it; pages that are complete are given back as they come.</summary>
    public IEnumerable<ExtractedPage> Write(IDocument document, bool withTitle)
    {
        if (withTitle && document.Title is { Length: > 0 } title)
        {
            pages.Block("# " + title.Trim());
        }

        INode? node = document.Body;
        while (node is not null)
        {
            node = Enter(node) && node.FirstChild is { } child ? child : Next(node, document.Body!);
            foreach (var page in pages.Full())
            {
                yield return page;
            }
        }

        EndBlock();
        pages.EndTable();
    }

    private INode? Next(INode node, INode root)
    {
        Leave(node);
        while (node != root && node.NextSibling is null)
        {
            node = node.Parent!;
            Leave(node);
        }

        return node == root ? null : node.NextSibling;
    }

    // False when what is inside is not for readers.
    private bool Enter(INode node)
    {
        switch (node)
        {
            case IText text:
                AppendText(text.Data);
                return false;
            case IElement element when IsHidden(element):
                return false;
            case IElement element:
                Open(element);
                return true;
            default:
                return false;
        }
    }

    private void Open(IElement element)
    {
        switch (element.LocalName)
        {
            case "table" when _tables == 0 && element.QuerySelector("table, h1, h2, h3, h4") is not null:
                // A table that holds tables or headings lays out the page: its cells are no cells to readers.
                EndBlock();
                _layouts.Add(element);
                break;
            case "table":
                EndBlock();
                _tables++;
                break;
            case "br":
                _block.Append(_tables > 0 ? ' ' : '\n');
                break;
            case "li" when _tables == 0:
                EndBlock();
                _mark = "- ";
                _items++;
                break;
            case ['h', >= '1' and <= '6'] when _tables == 0:
                EndBlock();
                _mark = new string('#', element.LocalName[1] - '0') + " ";
                break;
            case "pre" when _tables == 0:
                EndBlock();
                _preformatted++;
                break;
            default:
                Break(element.LocalName);
                break;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || IsHidden(element))
        {
            return;
        }

        switch (element.LocalName)
        {
            case "table" when _layouts.Remove(element):
                EndBlock();
                break;
            case "table":
                _tables--;
                if (_tables == 0)
                {
                    EndRow();
                    pages.EndTable();
                }

                break;
            case "td" or "th" when _tables == 1:
                _row.Add(_block.ToString());
                _row.AddRange(Enumerable.Repeat("", Math.Clamp((element as IHtmlTableCellElement)?.ColumnSpan ?? 1, 1, 100) - 1));
                _block.Clear();
                break;
            case "tr" when _tables == 1:
                EndRow();
                break;
            case "li" when _tables == 0:
                EndBlock();
                _mark = "";
                _items--;
                break;
            case ['h', >= '1' and <= '6'] when _tables == 0:
                EndBlock();
                _mark = "";
                break;
            case "pre" when _tables == 0:
                EndBlock();
                _preformatted--;
                break;
            default:
                Break(element.LocalName);
                break;
        }
    }

    private void AppendText(string data)
    {
        if (_preformatted > 0)
        {
            _block.Append(data);
            return;
        }

        foreach (var character in data)
        {
            if (!char.IsWhiteSpace(character) || character == '\u00A0')
            {
                _block.Append(character);
            }
            else if (_block.Length > 0 && _block[^1] is not (' ' or '\n'))
            {
                _block.Append(' ');
            }
        }
    }

    private void Break(string name)
    {
        if (!Blocks.Contains(name) && name is not ("td" or "th" or "tr" or "li"))
        {
            return;
        }

        if (_tables > 0)
        {
            AppendText(" ");
        }
        else
        {
            EndBlock();
        }
    }

    private void EndRow()
    {
        // What stands in a table outside of its cells belongs to the row before.
        if (_block.Length > 0)
        {
            _row.Add(_block.ToString());
            _block.Clear();
        }

        pages.Row(_row);
        _row.Clear();
    }

    // The mark waits for the text: <li><p>…</p></li>.
    private void EndBlock()
    {
        var text = _block.ToString().Trim();
        _block.Clear();
        if (text.Length == 0)
        {
            return;
        }

        if (_items > 0)
        {
            pages.Line(_mark + text);
        }
        else
        {
            pages.Block(_mark + text);
        }

        _mark = "";
    }

    private static bool IsHidden(IElement element)
        => Hidden.Contains(element.LocalName) || element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || (element.GetAttribute("style") is { } style
                && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));
}
