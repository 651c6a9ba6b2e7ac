using Middeck.Search.Text;

namespace Middeck.Search.Reranking;

/// <summary>
/// How much of a query's weight the passages cover; rare terms weigh more (inverse document frequency).
/// </summary>
internal sealed class Coverage
{
    private readonly IReadOnlyList<QueryTerm> _terms;
    private readonly float[] _weights;
    private readonly float _averageLength;

    public Coverage(IReadOnlyList<QueryTerm> terms, IReadOnlyList<Passage> candidates)
    {
        _terms = terms;
        _weights = new float[terms.Count];
        for (var term = 0; term < terms.Count; term++)
        {
            var found = candidates.Count(candidate => candidate.Has(terms[term]));
            _weights[term] = terms[term].Weight * MathF.Log(1 + ((candidates.Count - found + 0.5f) / (found + 0.5f)));
        }

        var sum = _weights.Sum();
        for (var term = 0; term < terms.Count; term++)
        {
            _weights[term] /= sum;
        }

        _averageLength = Math.Max(1, (float)candidates.Average(candidate => candidate.Length));
    }

    /// <summary>
    /// 0 to below 1: a term that is repeated counts a little more, one in a long passage a little less.
    /// </summary>
    public float Of(Passage passage)
    {
        var room = 0.3f * (0.25f + (0.75f * passage.Length / _averageLength));
        return Sum(passage, count => count / (count + room));
    }

    /// <summary>0 to 1: the share of the weight whose terms occur at all.</summary>
    public float ShareOf(Passage passage) => Sum(passage, count => count > 0 ? 1 : 0);

    private float Sum(Passage passage, Func<int, float> value)
    {
        var sum = 0f;
        for (var term = 0; term < _weights.Length; term++)
        {
            sum += _weights[term] * value(passage.PlacesOf(_terms[term]).Count);
        }

        return Math.Min(1, sum);
    }
}
