using System.Text;
using System.Xml;

namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>
/// Writes XML for people. <c>&lt;order id="7"&gt;&lt;item&gt;Door&lt;/item&gt;&lt;/order&gt;</c> becomes
/// <code>
/// order id=7
/// order/item: Door
/// </code>
/// An element that holds elements ends a paragraph.
/// </summary>
internal sealed class XmlLines
{
    private const int MaxDepth = 1000;

    private readonly PageWriter _pages = new();
    private readonly List<string> _path = [];
    private readonly StringBuilder _block = new();
    private readonly char[] _buffer = new char[4096];
    private bool _lineOpen;
    private bool _hadChildren;

    public IEnumerable<ExtractedPage> Take(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Open(reader);
                break;
            case XmlNodeType.EndElement:
                Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                foreach (var page in Text(reader))
                {
                    yield return page;
                }

                break;
        }

        foreach (var page in _pages.Full())
        {
            yield return page;
        }
    }

    public IEnumerable<ExtractedPage> Rest()
    {
        EndBlock();
        return _pages.Rest();
    }

    private void Open(XmlReader reader)
    {
        EndLine();
        if (reader.Depth >= MaxDepth)
        {
            throw KnowledgeFaults.Unreadable(
                "knowledge.xml_damaged", $"The XML is nested deeper than {MaxDepth:N0} levels at {string.Join('/', _path.Take(10))}.");
        }

        _path.Add(reader.LocalName);
        if (reader.HasAttributes)
        {
            AppendAttributes(reader);
        }

        _hadChildren = false;
        if (reader.IsEmptyElement)
        {
            Close();
        }
    }

    private void AppendAttributes(XmlReader reader)
    {
        var start = _block.Length;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns" && reader.Value.Length > 0)
            {
                _block.Append(_block.Length == start ? string.Join('/', _path) : "").Append(' ').Append(reader.LocalName).Append('=')
                    .Append(reader.Value);
            }
        }

        reader.MoveToElement();
        _lineOpen = _block.Length > start;
        EndLine();
    }

    private void Close()
    {
        EndLine();
        _path.RemoveAt(_path.Count - 1);
        if (_hadChildren)
        {
            EndBlock();
        }

        _hadChildren = true;
    }

    private IEnumerable<ExtractedPage> Text(XmlReader reader)
    {
        if (!_lineOpen)
        {
            _block.Append(string.Join('/', _path)).Append(": ");
            _lineOpen = true;
        }

        int length;
        while ((length = reader.ReadValueChunk(_buffer, 0, _buffer.Length)) > 0)
        {
            _block.Append(_buffer, 0, length);
            if (_block.Length > ExtractedPage.MaxLength)
            {
                EndBlock();
                foreach (var page in _pages.Full())
                {
                    yield return page;
                }
            }
        }
    }

    private void EndLine()
    {
        if (_lineOpen)
        {
            _block.Append('\n');
            _lineOpen = false;
        }
    }

    private void EndBlock()
    {
        _pages.Block(_block.ToString());
        _block.Clear();
    }
}
