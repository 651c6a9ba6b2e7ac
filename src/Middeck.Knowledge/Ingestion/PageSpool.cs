using System.Runtime.InteropServices;
using System.Text;

namespace Middeck.Knowledge.Ingestion;

/// <summary>The pages of a document between two stages: in memory while they are few, else in a temporary file.</summary>
internal sealed class PageSpool : IAsyncDisposable
{
    private const int InMemory = 2_000_000;

    private readonly List<ExtractedPage> _pages = [];
    private long _characters;
    private FileStream? _file;

    public int Count { get; private set; }

    public void Add(ExtractedPage page)
    {
        _pages.Add(page);
        Count++;
        _characters += page.Text.Length;
        if (_characters > InMemory)
        {
            Spill();
        }
    }

    /// <summary>All pages in order, once.</summary>
    public IEnumerable<ExtractedPage> Pages()
    {
        if (_file is not null)
        {
            _file.Position = 0;
            using var reader = new BinaryReader(_file, Encoding.UTF8, leaveOpen: true);
            for (var spilled = Count - _pages.Count; spilled > 0; spilled--)
            {
                yield return Read(reader);
            }
        }

        foreach (var page in _pages)
        {
            yield return page;
        }
    }

    public ValueTask DisposeAsync() => _file?.DisposeAsync() ?? ValueTask.CompletedTask;

    private void Spill()
    {
        _file ??= TemporaryFile.Create();
        using var writer = new BinaryWriter(_file, Encoding.UTF8, leaveOpen: true);
        foreach (var page in _pages)
        {
            writer.Write(page.Number ?? 0);
            writer.Write(page.Place is not null);
            writer.Write(page.Place ?? "");
            // As it is: a page may hold halves of characters, which cleaning takes out.
            writer.Write(page.Text.Length);
            writer.Write(MemoryMarshal.AsBytes(page.Text.AsSpan()));
        }

        _pages.Clear();
        _characters = 0;
    }

    private static ExtractedPage Read(BinaryReader reader)
    {
        var number = reader.ReadInt32();
        var hasPlace = reader.ReadBoolean();
        var place = reader.ReadString();
        var text = string.Create(reader.ReadInt32(), reader, static (characters, from) =>
            from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(characters)));
        return new ExtractedPage(number == 0 ? null : number, text, hasPlace ? place : null);
    }
}
