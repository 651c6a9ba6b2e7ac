using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Xml;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Writes the text of <c>word/document.xml</c> while reading it, so that a document of any size takes little memory:
/// <code>&lt;w:p&gt;&lt;w:pPr&gt;&lt;w:pStyle w:val="Heading1"/&gt;&lt;/w:pPr&gt;&lt;w:r&gt;&lt;w:t&gt;Exits&lt;/w:t&gt;&lt;/w:r&gt;&lt;/w:p&gt;</code>
/// </summary>
internal sealed class DocxText(FrozenDictionary<string, int> headings)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly PageWriter _pages = new();
    private readonly StringBuilder _text = new();
    private readonly List<string> _row = [];
    private readonly char[] _buffer = new char[4096];
    private bool _inText;
    private int _tables;
    private int _spans = 1;
    private string _mark = "";

    public IEnumerable<ExtractedPage> Read(XmlReader reader, CancellationToken cancellationToken)
    {
        while (reader.Read())
        {
            // A text box stands twice in the file; the fallback is for programs older than ours.
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: Compatibility })
            {
                reader.Skip();
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NamespaceURI is Word or StrictWord)
            {
                Mark(reader);
            }

            // A text can be as long as the file, so it comes in pieces too.
            while (_inText && reader.HasValue && AppendPiece(reader))
            {
                foreach (var page in _pages.Full())
                {
                    yield return page;
                }
            }

            foreach (var page in _pages.Full())
            {
                yield return page;
            }
        }

        foreach (var page in _pages.Rest())
        {
            yield return page;
        }
    }

    private void Mark(XmlReader reader)
    {
        if (reader.NodeType == XmlNodeType.Element)
        {
            Open(reader);
        }
        else if (reader.NodeType == XmlNodeType.EndElement)
        {
            Close(reader.LocalName);
        }
    }

    private void Open(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                _inText = !reader.IsEmptyElement;
                break;
            case "tab" when Attribute(reader, "val") is null:
                _text.Append('\t');
                break;
            case "br" or "cr":
                _text.Append(_tables > 0 ? ' ' : '\n');
                break;
            case "noBreakHyphen":
                _text.Append('-');
                break;
            case "pStyle" when headings.TryGetValue(Attribute(reader, "val") ?? "", out var level):
                _mark = new string('#', level) + " ";
                break;
            case "numPr" when _mark.Length == 0:
                _mark = "- ";
                break;
            case "tbl":
                _tables++;
                break;
            case "gridSpan":
                _ = int.TryParse(Attribute(reader, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out _spans);
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "t":
                _inText = false;
                break;
            case "p" when _tables == 0:
                EndParagraph();
                break;
            case "p" when _text.Length > 0 && _text[^1] != ' ':
                _text.Append(' ');
                break;
            case "tc" when _tables == 1:
                _row.Add(_text.ToString());
                _row.AddRange(Enumerable.Repeat("", Math.Clamp(_spans, 1, 100) - 1));
                _text.Clear();
                _spans = 1;
                break;
            case "tr" when _tables == 1:
                _pages.Row(_row);
                _row.Clear();
                break;
            case "tbl":
                _tables--;
                if (_tables == 0)
                {
                    _pages.EndTable();
                    _mark = "";
                }

                break;
        }
    }

    private void EndParagraph()
    {
        if (_text.Length > 0 && _mark == "- ")
        {
            _pages.Line(_mark + _text);
        }
        else if (_text.Length > 0)
        {
            _pages.Block(_mark + _text);
        }

        _text.Clear();
        _mark = "";
    }

    private bool AppendPiece(XmlReader reader)
    {
        var length = reader.ReadValueChunk(_buffer, 0, _buffer.Length);
        _text.Append(_buffer, 0, length);
        if (_text.Length > ExtractedPage.MaxLength)
        {
            _pages.Block(_text.ToString());
            _text.Clear();
        }

        return length > 0;
    }

    private static string? Attribute(XmlReader reader, string name)
        => reader.GetAttribute(name, Word) ?? reader.GetAttribute(name, StrictWord);
}
