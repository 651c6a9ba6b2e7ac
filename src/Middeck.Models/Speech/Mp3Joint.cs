using System.Runtime.CompilerServices;

namespace Middeck.Models.Speech;

/// <summary>
/// Makes one MP3 of several: frames of sound may follow each other as they are, but what stands before them counts for one file
/// only. Takes out each file's ID3v2 tag (id3.org, "ID3v2.4 structure": 10 bytes with a size of four times seven bits) and the
/// first frame when it holds no sound but the length of its file ("Xing" or "Info"), which would end the playing early.
/// </summary>
internal static class Mp3Joint
{
    private const int TagHeader = 10;

    // A tag that says to be longer is no tag of a spoken text; it is not waited for.
    private const int LongestTag = 1 << 20;

    // Longer than any frame of MPEG layer III (1,441 bytes).
    private const int Enough = 2048;

    /// <summary>One of the files, as it goes into the whole.</summary>
    public static async IAsyncEnumerable<ReadOnlyMemory<byte>> JoinAsync(
        IAsyncEnumerable<ReadOnlyMemory<byte>> file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = new MemoryStream();
        var isOpen = true;
        await foreach (var part in file.WithCancellation(cancellationToken))
        {
            if (!isOpen)
            {
                yield return part;
                continue;
            }

            head.Write(part.Span);
            if (head.Length >= TagLength(head.GetBuffer().AsSpan(0, (int)head.Length)) + Enough)
            {
                isOpen = false;
                yield return Strip(head);
            }
        }

        if (isOpen && head.Length > 0)
        {
            yield return Strip(head);
        }
    }

    private static ReadOnlyMemory<byte> Strip(MemoryStream head)
    {
        var bytes = head.GetBuffer().AsMemory(0, (int)head.Length);
        var sound = bytes[Math.Min(TagLength(bytes.Span), bytes.Length)..];
        return sound[Math.Min(LengthFrame(sound.Span), sound.Length)..];
    }

    /// <summary>How many bytes the tag has; 0 without one.</summary>
    private static int TagLength(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < TagHeader || !bytes[..3].SequenceEqual("ID3"u8))
        {
            return 0;
        }

        var length = TagHeader + (bytes[6] << 21) + (bytes[7] << 14) + (bytes[8] << 7) + bytes[9];
        return length <= LongestTag ? length : 0;
    }

    /// <summary>How many bytes the frame has that tells the file's length; 0 when the first frame is sound.</summary>
    private static int LengthFrame(ReadOnlySpan<byte> sound)
    {
        if (Mp3Frame.Length(sound) is not { } length || length > sound.Length)
        {
            return 0;
        }

        var frame = sound[..length];
        return frame.IndexOf("Xing"u8) is > 0 and < 64 || frame.IndexOf("Info"u8) is > 0 and < 64 ? length : 0;
    }
}
