using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Gives a long text piece by piece, so that memory stays bounded. What is shorter than a piece comes whole.</summary>
internal static class TextPieces
{
    // Longer than any page: the border between two pages is always within reach.
    private const int Longest = ExtractedPage.MaxLength * 6 / 5;

    // Small enough that the reader's arrays are no large objects.
    private const int BufferSize = 16384;

    public static async IAsyncEnumerable<TextPiece> ReadAsync(
        Stream utf8,
        long characters,
        IChunker chunker,
        ChunkingSettings settings,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(utf8, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, BufferSize);
        var capacity = (int)Math.Min(Longest, characters + 1);
        var buffer = ArrayPool<char>.Shared.Rent(capacity);
        try
        {
            var (held, offset, isLast) = (0, 0, false);
            while (!isLast)
            {
                held += await reader.ReadBlockAsync(buffer.AsMemory(held, capacity - held), cancellationToken);
                isLast = held < capacity;
                var text = new string(buffer, 0, held);
                var cut = isLast ? held : CutAt(text, chunker, settings);
                yield return new TextPiece(cut == held ? text : text[..cut], offset);
                buffer.AsSpan(cut, held - cut).CopyTo(buffer);
                held -= cut;
                offset += cut;
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    private static int CutAt(string text, IChunker chunker, ChunkingSettings settings)
        => chunker.CutAt(text, settings) is > 0 and var border ? border : TextCut.At(text, ExtractedPage.MaxLength);
}
