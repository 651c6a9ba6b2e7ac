using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Writes the text of a page. Walks without recursion: a page may be nested a million deep.</summary>
internal sealed class HtmlText
{
    private static readonly FrozenSet<string> Hidden = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "script", "style", "noscript", "template", "svg", "iframe", "object", "head");

    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
        "h1", "h2", "h3", "h4", "h5", "h6", "caption");

    private readonly StringBuilder _text = new();
    private int _preformatted;
    private int _cells;

    public string Of(IDocument document)
    {
        if (document.Title is { Length: > 0 } title)
        {
            _text.Append("# ").Append(title.Trim()).Append("\n\n");
        }

        INode? node = document.Body;
        while (node is not null)
        {
            var enters = Enter(node);
            if (enters && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            node = Next(node, document.Body!);
        }

        return _text.ToString();
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
            case IElement element when Hidden.Contains(element.LocalName) || element.HasAttribute("hidden"):
                return false;
            case IElement element:
                Open(element.LocalName);
                return true;
            default:
                return false;
        }
    }

    private void Open(string name)
    {
        switch (name)
        {
            case "br":
                _text.Append('\n');
                break;
            case "li":
                BreakLine();
                _text.Append("- ");
                break;
            case "tr":
                BreakLine();
                break;
            case "td" or "th":
                _cells++;
                break;
            case ['h', >= '1' and <= '6']:
                BreakBlock();
                _text.Append('#', name[1] - '0').Append(' ');
                break;
            case "pre":
                BreakBlock();
                _preformatted++;
                break;
            default:
                if (Blocks.Contains(name))
                {
                    BreakBlock();
                }

                break;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement { LocalName: var name } element || Hidden.Contains(name) || element.HasAttribute("hidden"))
        {
            return;
        }

        switch (name)
        {
            case "td" or "th":
                _cells--;
                TrimSpace();
                _text.Append(element.NextElementSibling is null ? "" : " | ");
                break;
            case "tr" or "li":
                BreakLine();
                break;
            case "pre":
                _preformatted--;
                BreakBlock();
                break;
            default:
                if (Blocks.Contains(name))
                {
                    BreakBlock();
                }

                break;
        }
    }

    private void AppendText(string data)
    {
        if (_preformatted > 0)
        {
            _text.Append(data);
            return;
        }

        foreach (var character in data)
        {
            if (!char.IsWhiteSpace(character) || character == '\u00A0')
            {
                _text.Append(character);
            }
            else if (_text.Length > 0 && _text[^1] is not (' ' or '\n'))
            {
                _text.Append(' ');
            }
        }
    }

    private void TrimSpace()
    {
        if (_text.Length > 0 && _text[^1] == ' ')
        {
            _text.Length--;
        }
    }

    private void BreakLine()
    {
        // A row of a table stays one line, whatever its cells hold.
        if (_cells > 0)
        {
            AppendText(" ");
        }
        else if (_text.Length > 0 && _text[^1] != '\n')
        {
            _text.Append('\n');
        }
    }

    // Right behind the mark of a heading or of a list item nothing is broken: <li><p>…</p></li>.
    private void BreakBlock()
    {
        if (_text.Length == 0 || (_text.Length >= 2 && _text[^1] == ' ' && _text[^2] is '#' or '-'))
        {
            return;
        }

        BreakLine();
        if (_cells == 0 && _text.Length >= 2 && _text[^2] != '\n')
        {
            _text.Append('\n');
        }
    }
}
