using System.Runtime.InteropServices;
using Middeck.Search.Text;

namespace Middeck.Search.Embedding;

/// <summary>Counts the features of a text and folds them into a vector.</summary>
internal readonly struct FeatureSink() : ITokenSink
{
    // Apart from words, so that the trigram "the" and the word "the" do not count for each other.
    private const ulong TrigramSeed = 0x9E3779B97F4A7C15;

    private readonly Dictionary<ulong, Feature> _features = [];

    public void Accept(TokenKind kind, ReadOnlySpan<char> term, int start, int length)
    {
        Count(StableHash.Of(term), FeatureWeights.Of(kind, term));
        if (kind == TokenKind.Word && !EnglishStopWords.Contains(term))
        {
            CountTrigrams(term);
        }
    }

    public float[] ToVector()
    {
        var sums = new double[LexicalEmbedding.Dimensions];
        foreach (var (hash, feature) in _features)
        {
            // Sublinear: the tenth mention of a word says less than the first.
            var value = feature.Weight * (1 + Math.Log(feature.Count));
            sums[hash % LexicalEmbedding.Dimensions] += (hash >> 63) == 0 ? value : -value;
        }

        var norm = Math.Sqrt(sums.Sum(sum => sum * sum));
        return Array.ConvertAll(sums, sum => norm > 0 ? (float)(sum / norm) : 0);
    }

    private void CountTrigrams(ReadOnlySpan<char> word)
    {
        Span<char> marked = stackalloc char[WordFolder.MaxLength + 2];
        marked[0] = '^';
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = '$';
        for (var start = 0; start + 3 <= word.Length + 2; start++)
        {
            Count(StableHash.Of(marked.Slice(start, 3), TrigramSeed), FeatureWeights.Trigram);
        }
    }

    private void Count(ulong hash, float weight)
    {
        ref var feature = ref CollectionsMarshal.GetValueRefOrAddDefault(_features, hash, out _);
        feature = new Feature(feature.Count + 1, weight);
    }

    private readonly record struct Feature(int Count, float Weight);
}
