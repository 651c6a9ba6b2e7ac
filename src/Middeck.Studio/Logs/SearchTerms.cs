using Middeck.Search.Text;

namespace Middeck.Studio.Logs;

/// <summary>The words of texts in the form in which logs are searched: 32 bits of each word's hash, every word once.</summary>
internal static class SearchTerms
{
    // What stands further back in a very long answer is not found by its words.
    private const int Longest = 20_000;

    public static IReadOnlyList<int> Of(params ReadOnlySpan<string> texts)
    {
        var hashes = new List<ulong>();
        foreach (var text in texts)
        {
            Tokenizer.AppendHashes(text.AsSpan(0, Math.Min(text.Length, Longest)), hashes);
        }

        return [.. hashes.Select(hash => unchecked((int)hash)).Distinct()];
    }
}
