using System.Buffers;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;

namespace Middeck.Knowledge.Ingestion;

/// <summary>
/// The cleaned text of pages as UTF-8, made while it is read. Pages are set apart by an empty line; what a reader had to cut for its
/// length is put together again.
/// </summary>
/// <param name="pages">As they were read.</param>
/// <param name="settings">Which cleaning rules hold.</param>
/// <param name="onPage">Told when a page is done, with how many are.</param>
internal sealed class CleanTextStream(
    IEnumerable<ExtractedPage> pages, ChunkingSettings settings, Func<int, CancellationToken, Task> onPage) : ForwardStream
{
    private const int Block = 65536;

    private readonly IEnumerator<ExtractedPage> _pages = pages.GetEnumerator();
    // Rented: it is a large object, and a thousand small documents would have all generations collected again and again.
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(Block));
    private readonly List<PageStart> _starts = [];
    private readonly List<long> _index = [];
    private ExtractedPage? _last;
    private string _text = "";
    private int _taken;
    private int _done;
    private ReadOnlyMemory<byte> _ready;
    private long _written;
    private bool _hasText;

    public long Characters { get; private set; }

    public IReadOnlyList<PageStart> Starts => _starts;

    public IReadOnlyList<long> Index => _index;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_ready.IsEmpty)
        {
            if (_taken == _text.Length && !await NextPageAsync(cancellationToken))
            {
                return 0;
            }

            Encode();
        }

        var length = Math.Min(buffer.Length, _ready.Length);
        _ready[..length].CopyTo(buffer);
        _ready = _ready[length..];
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            (_bytes, _ready) = ([], default);
        }

        _pages.Dispose();
        base.Dispose(disposing);
    }

    private async Task<bool> NextPageAsync(CancellationToken cancellationToken)
    {
        if (_last is not null)
        {
            await onPage(++_done, cancellationToken);
        }

        if (!_pages.MoveNext())
        {
            return false;
        }

        var page = _pages.Current;
        var clean = TextCleaner.Clean(page.Text, settings);
        var border = clean.Length == 0 || !_hasText ? "" : Between(_last!, page);
        if ((page.Number, page.Place) != (_last?.Number, _last?.Place))
        {
            _starts.Add(new PageStart((int)Characters + border.Length, page.Number, page.Place));
        }

        _hasText |= clean.Length > 0;
        _last = page;
        _text = border + clean;
        _taken = 0;
        return true;
    }

    private static string Between(ExtractedPage before, ExtractedPage page)
    {
        var goesOn = (before.Number, before.Place) == (page.Number, page.Place) && !page.Text.StartsWith('|');
        return goesOn switch
        {
            false => "\n\n",
            true when before.Text.Length == 0 || before.Text.EndsWith("\n\n", StringComparison.Ordinal) => "\n\n",
            true when before.Text[^1] == '\n' => "\n",
            true when char.IsWhiteSpace(before.Text[^1]) => " ",
            _ => "",
        };
    }

    private void Encode()
    {
        var length = Math.Min(Block, _text.Length - _taken);
        if (length == 0)
        {
            return;
        }

        if (length < _text.Length - _taken && char.IsHighSurrogate(_text[_taken + length - 1]))
        {
            length--;
        }

        // A block may be one short, where a character of two units stands across its end.
        if (_index.Count == 0 || Characters - _index[^2] >= Block - 1)
        {
            _index.Add(Characters);
            _index.Add(_written);
        }

        var written = Encoding.UTF8.GetBytes(_text.AsSpan(_taken, length), _bytes);
        _ready = _bytes.AsMemory(0, written);
        _taken += length;
        Characters += length;
        _written += written;
    }
}
