using System.Buffers.Binary;
using Middeck.Search.Text;

namespace Middeck.Studio.Logs;

/// <summary>
/// The words of texts in the form in which logs are searched: 32 bits of a hash of each word and its app, every word once. The app
/// is in it, so that a word that is rare in one app is found as quickly where all others use it.
/// </summary>
internal static class SearchTerms
{
    // What stands further back in a very long answer is not found by its words.
    private const int Longest = 20_000;
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    public static IReadOnlyList<int> Of(Guid appId, params ReadOnlySpan<string> texts)
    {
        var hashes = new List<ulong>();
        foreach (var text in texts)
        {
            Tokenizer.AppendHashes(text.AsSpan(0, Math.Min(text.Length, Longest)), hashes);
        }

        var app = SeedOf(appId);
        return [.. hashes.Select(hash => unchecked((int)(((hash ^ app) * Spread) >> 32))).Distinct()];
    }

    private static ulong SeedOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ (BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) * Spread);
    }
}
