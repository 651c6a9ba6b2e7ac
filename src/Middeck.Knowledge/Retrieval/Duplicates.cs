using Middeck.Search.Text;

namespace Middeck.Knowledge.Retrieval;

/// <summary>Tells passages that say the same: the same text but for white space, or nearly all words in common.</summary>
internal sealed class Duplicates
{
    // Short passages may differ in the one word that matters, such as a number.
    private const int FewestWords = 40;
    private const double SharedWords = 0.95;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private readonly List<HashSet<ulong>> _words = [];

    /// <summary>Whether nothing like it was there before; then it is remembered.</summary>
    public bool IsNew(string text)
    {
        if (!_texts.Add(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))
        {
            return false;
        }

        var hashes = new HashSet<ulong>();
        Tokenizer.AppendHashes(text, hashes);
        if (hashes.Count < FewestWords)
        {
            return true;
        }

        if (_words.Exists(other => IsNear(hashes, other)))
        {
            return false;
        }

        _words.Add(hashes);
        return true;
    }

    // The sizes are compared first: most pairs differ too much for their words to be counted.
    private static bool IsNear(HashSet<ulong> one, HashSet<ulong> other)
    {
        var smaller = Math.Min(one.Count, other.Count);
        var larger = Math.Max(one.Count, other.Count);
        if (smaller < SharedWords * larger)
        {
            return false;
        }

        var shared = one.Count(other.Contains);
        return shared >= SharedWords * (one.Count + other.Count - shared);
    }
}
