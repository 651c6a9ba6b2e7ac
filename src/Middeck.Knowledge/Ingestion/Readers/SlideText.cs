using System.Text;
using System.Xml;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Writes the text of a slide or of its notes while reading it:
/// <code>&lt;p:sp&gt;…&lt;p:ph type="title"/&gt;…&lt;a:p&gt;&lt;a:r&gt;&lt;a:t&gt;Exits&lt;/a:t&gt;&lt;/a:r&gt;&lt;/a:p&gt;…&lt;/p:sp&gt;</code>
/// </summary>
internal sealed class SlideText(PageWriter pages, bool isNotes)
{
    private readonly StringBuilder _text = new();
    private readonly List<string> _row = [];
    private readonly char[] _buffer = new char[4096];
    private bool _inText;
    private bool _inTable;
    private bool _hasNotes;
    private string? _placeholder;

    public IEnumerable<ExtractedPage> Read(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                Open(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                Close(reader.LocalName);
            }

            int length;
            while (_inText && reader.HasValue && (length = reader.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
            {
                _text.Append(_buffer, 0, length);
                if (_text.Length > ExtractedPage.MaxLength)
                {
                    EndParagraph();
                }
            }

            foreach (var page in pages.Full())
            {
                yield return page;
            }
        }
    }

    private void Open(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "sp":
                _placeholder = null;
                break;
            case "ph":
                _placeholder = reader.GetAttribute("type") ?? "body";
                break;
            case "t":
                _inText = !reader.IsEmptyElement;
                break;
            case "br":
                _text.Append(_inTable ? ' ' : '\n');
                break;
            case "tbl":
                _inTable = true;
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
            case "p" when _inTable:
                _text.Append(' ');
                break;
            case "p":
                EndParagraph();
                break;
            case "tc":
                _row.Add(_text.ToString());
                _text.Clear();
                break;
            case "tr":
                pages.Row(_row);
                _row.Clear();
                break;
            case "tbl":
                _inTable = false;
                pages.EndTable();
                break;
        }
    }

    // The number, date and footer of a slide are on every slide, and the notes page repeats the slide's picture.
    private void EndParagraph()
    {
        var text = _text.ToString().Trim();
        _text.Clear();
        if (text.Length == 0 || _placeholder is "sldNum" or "dt" or "ftr" or "hdr" || (isNotes && _placeholder != "body"))
        {
            return;
        }

        if (isNotes && !_hasNotes)
        {
            pages.Block("## Notes");
            _hasNotes = true;
        }

        pages.Block(_placeholder is "title" or "ctrTitle" ? "# " + text : text);
    }
}
