using System.Collections.Frozen;
using System.Text;
using System.Xml;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Writes the text of <c>word/document.xml</c> while reading it, so that a document of any size takes little memory:
/// <code>&lt;w:p&gt;&lt;w:pPr&gt;&lt;w:pStyle w:val="Heading1"/&gt;&lt;/w:pPr&gt;&lt;w:r&gt;&lt;w:t&gt;Exits&lt;/w:t&gt;&lt;/w:r&gt;&lt;/w:p&gt;</code>
/// </summary>
internal sealed class DocxText(FrozenDictionary<string, int> headings, int maxCharacters)
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly StringBuilder _text = new();
    private int _tables;
    private bool _firstInCell;
    private bool _firstInRow;

    public string Read(Stream xml, long maxXmlCharacters, CancellationToken cancellationToken)
    {
        using var reader = XmlReader.Create(xml, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = maxXmlCharacters,
        });

        while (reader.Read())
        {
            // A text box stands twice in the file; the fallback is for programs older than ours.
            while (reader is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: Compatibility })
            {
                reader.Skip();
            }

            if (reader.NamespaceURI is not (Word or StrictWord))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (reader.NodeType == XmlNodeType.Element)
            {
                Open(reader);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                Close(reader.LocalName);
            }

            if (_text.Length > maxCharacters)
            {
                throw WholeFile.TooLong(maxCharacters);
            }
        }

        return _text.ToString();
    }

    private void Open(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "t":
                AppendRun(reader);
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
            case "pStyle" when headings.TryGetValue(Attribute(reader, "val") ?? "", out var level) && _tables == 0:
                _text.Append('#', level).Append(' ');
                break;
            case "numPr" when _tables == 0 && !EndsWith("# "):
                _text.Append("- ");
                break;
            case "tbl":
                _tables++;
                break;
            case "tr":
                _firstInRow = true;
                break;
            case "tc":
                _text.Append(_firstInRow ? "" : " | ");
                (_firstInRow, _firstInCell) = (false, true);
                break;
            case "p" when _tables > 0:
                _text.Append(_firstInCell ? "" : " ");
                _firstInCell = false;
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p" when _tables == 0:
                _text.Append("\n\n");
                break;
            case "tr":
                _text.Append('\n');
                break;
            case "tbl":
                _tables--;
                _text.Append(_tables == 0 ? "\n" : "");
                break;
        }
    }

    // Not ReadElementContentAsString: that moves past the end tag, and the loop would miss the element behind it.
    private void AppendRun(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return;
        }

        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace
                or XmlNodeType.CDATA)
            {
                _text.Append(reader.Value);
            }
        }
    }

    private bool EndsWith(string end)
        => _text.Length >= end.Length && _text.ToString(_text.Length - end.Length, end.Length) == end;

    private static string? Attribute(XmlReader reader, string name)
        => reader.GetAttribute(name, Word) ?? reader.GetAttribute(name, StrictWord);
}
