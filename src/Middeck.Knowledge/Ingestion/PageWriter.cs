using System.Text;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// Puts blocks and rows together to pages of bounded length. A page that grows too long is cut between two blocks or rows, and a
/// table goes on with its header.
/// </summary>
internal sealed class PageWriter(int? number = null, string? place = null)
{
    // A header longer than this is not repeated: it would fill the pages itself.
    private const int LongestHeader = ExtractedPage.MaxLength / 10;

    private readonly Queue<ExtractedPage> _done = new();
    private readonly StringBuilder _text = new();
    private (int? Number, string? Place) _at = (number, place);
    private string? _header;
    private int _columns;
    private bool _inList;

    /// <summary>Ends the page and begins the next one.</summary>
    public void Begin(int? number, string? place)
    {
        Finish();
        _at = (number, place);
    }

    /// <summary>A paragraph or a heading; ends a table.</summary>
    public void Block(ReadOnlySpan<char> text)
    {
        EndTable();
        text = text.Trim(" \t\r\n");
        if (text.Length > 0)
        {
            EndList();
            Add(string.Concat(text, "\n\n"), repeats: null);
        }
    }

    /// <summary>A single line of a list, without an empty line behind it.</summary>
    public void Line(ReadOnlySpan<char> text)
    {
        EndTable();
        Add(string.Concat(text, "\n"), repeats: null);
        _inList = true;
    }

    /// <summary>
    /// A row of a table. The first with two or more filled cells is the header; what stands above it alone in its row is a title.
    /// </summary>
    /// <param name="cells">As people see them.</param>
    /// <param name="filled">How many of them hold something of their own, when merged cells repeat others; else null.</param>
    public void Row(IReadOnlyList<string> cells, int? filled = null)
    {
        var count = filled ?? cells.Count(static cell => !string.IsNullOrWhiteSpace(cell));
        if (count == 0)
        {
            return;
        }

        if (_columns > 0)
        {
            Add(MarkdownTable.Row(cells, _columns), _header);
        }
        else if (count == 1)
        {
            Block(cells.First(static cell => !string.IsNullOrWhiteSpace(cell)));
        }
        else
        {
            EndList();
            var header = MarkdownTable.Row(cells, cells.Count) + MarkdownTable.Rule(cells.Count);
            Add(header, repeats: null);
            _columns = cells.Count;
            _header = header.Length <= LongestHeader ? header : null;
        }
    }

    public void EndTable()
    {
        if (_columns > 0)
        {
            _text.Append('\n');
            (_header, _columns) = (null, 0);
        }
    }

    /// <summary>The pages that are complete by now. Asked for often, so that they do not gather.</summary>
    public IEnumerable<ExtractedPage> Full()
    {
        while (_done.TryDequeue(out var page))
        {
            yield return page;
        }
    }

    /// <summary>Ends the last page and gives all that is left.</summary>
    public IEnumerable<ExtractedPage> Rest()
    {
        Finish();
        return Full();
    }

    private void EndList()
    {
        if (_inList)
        {
            _text.Append('\n');
            _inList = false;
        }
    }

    private void Finish()
    {
        EndTable();
        EndList();
        Flush();
    }

    private void Add(string piece, string? repeats)
    {
        if (_text.Length + piece.Length > ExtractedPage.MaxLength)
        {
            Flush();
            _text.Append(repeats);
        }

        var rest = piece.AsSpan();
        while (_text.Length + rest.Length > ExtractedPage.MaxLength)
        {
            var length = TextCut.At(rest, ExtractedPage.MaxLength - _text.Length);
            _text.Append(rest[..length]);
            rest = rest[length..];
            Flush();
        }

        _text.Append(rest);
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            _done.Enqueue(new ExtractedPage(_at.Number, _text.ToString(), _at.Place));
            _text.Clear();
        }
    }
}
