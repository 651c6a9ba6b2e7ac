using Middeck.Models.Speech;

namespace Middeck.Models.Tests.Speech;

public sealed class Mp3JointTests
{
    // MPEG 1 layer III, 128 kbit/s, 44,100 Hz, without padding: 417 bytes.
    private static readonly byte[] Header = [0xFF, 0xFB, 0x90, 0x64];

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(10_000)]
    public async Task What_counts_for_one_file_only_is_taken_out_however_the_file_arrives(int size)
    {
        byte[] tag = [.. "ID3"u8, 4, 0, 0, 0, 0, 1, 2, .. new byte[130]];
        byte[] sound = [.. Header, .. Enumerable.Repeat((byte)7, 5_000)];

        Assert.Equal(sound, await JoinAsync([.. tag, .. Frame("Info"u8), .. sound], size));
        Assert.Equal(sound, await JoinAsync([.. Frame("Xing"u8), .. sound], size));
        Assert.Equal(sound, await JoinAsync(sound, size));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ID3")]
    [InlineData("no sound at all")]
    public async Task What_is_no_mp3_goes_through_as_it_is(string text)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.Equal(bytes, await JoinAsync(bytes, 5));
    }

    private static byte[] Frame(ReadOnlySpan<byte> word)
    {
        var frame = new byte[417];
        Header.CopyTo(frame, 0);
        word.CopyTo(frame.AsSpan(36));
        return frame;
    }

    private static async Task<byte[]> JoinAsync(byte[] file, int size)
    {
        using var joined = new MemoryStream();
        await foreach (var part in Mp3Joint.JoinAsync(
            file.Chunk(size).Select(chunk => (ReadOnlyMemory<byte>)chunk).ToAsyncEnumerable(), CancellationToken.None))
        {
            joined.Write(part.Span);
        }

        return joined.ToArray();
    }
}
