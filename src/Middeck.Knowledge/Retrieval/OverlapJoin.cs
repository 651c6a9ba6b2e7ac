using System.Text;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Puts chunks of one text behind each other again; what a chunk repeats of the one before stands once.</summary>
internal static class OverlapJoin
{
    // One character at the end and at the beginning may well be the same by chance.
    private const int Shortest = 8;
    private const int Longest = 2000;

    public static string Join(IEnumerable<string> chunks)
    {
        var joined = new StringBuilder();
        var before = "";
        foreach (var chunk in chunks)
        {
            var overlap = Overlap(before, chunk);
            if (joined.Length > 0 && overlap == 0)
            {
                joined.Append('\n');
            }

            joined.Append(chunk, overlap, chunk.Length - overlap);
            before = chunk;
        }

        return joined.ToString();
    }

    private static int Overlap(string before, string after)
    {
        for (var length = Math.Min(Longest, Math.Min(before.Length, after.Length)); length >= Shortest; length--)
        {
            if (before.AsSpan().EndsWith(after.AsSpan(0, length), StringComparison.Ordinal))
            {
                return length;
            }
        }

        return 0;
    }
}
