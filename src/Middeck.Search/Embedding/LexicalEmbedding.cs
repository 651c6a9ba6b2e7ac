using Middeck.Search.Text;

namespace Middeck.Search.Embedding;

/// <summary>
/// The builtin embedding that needs no model: words, their letter trigrams, CJK characters and pairs, each hashed with
/// a sign into one of 256 dimensions (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
/// 2009). It knows spelling and no meaning: near for texts that share words or parts of words.
/// </summary>
public static class LexicalEmbedding
{
    /// <summary>
    /// Goes up whenever a text may give another vector than before; vectors of two versions do not compare.
    /// </summary>
    public const int Version = 1;

    /// <summary>The length of every vector.</summary>
    public const int Dimensions = 256;

    /// <summary>The vector of a text, of length one; all zeros for a text without a word.</summary>
    public static float[] Embed(ReadOnlySpan<char> text)
    {
        var features = new FeatureSink();
        TokenScanner.Scan(text, ref features);
        return features.ToVector();
    }
}
