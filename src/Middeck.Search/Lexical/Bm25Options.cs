using System.ComponentModel.DataAnnotations;

namespace Middeck.Search.Lexical;

/// <summary>
/// The two constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009).
/// </summary>
public sealed class Bm25Options
{
    /// <summary>How much a word gains from being repeated in a text. 0 counts presence only. Default 1.2.</summary>
    [Range(0d, 10d)]
    public float K1 { get; init; } = 1.2f;

    /// <summary>How much a text loses by being longer than the average: 0 nothing, 1 in full. Default 0.75.</summary>
    [Range(0d, 1d)]
    public float B { get; init; } = 0.75f;
}
