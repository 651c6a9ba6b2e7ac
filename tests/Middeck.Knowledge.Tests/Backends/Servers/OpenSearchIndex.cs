namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>What one index of <see cref="OpenSearchServer"/> holds, and what of it a search can see.</summary>
internal sealed class OpenSearchIndex(HashSet<string> aliases)
{
    // Lucene's defaults.
    private const double K1 = 1.2;
    private const double B = 0.75;

    private readonly Dictionary<string, (string Document, List<string> Terms)> _written = [];

    public HashSet<string> Aliases { get; } = aliases;

    public Dictionary<string, (string Document, List<string> Terms)> Visible { get; private set; } = [];

    public void Put(string id, string document, string text) => _written[id] = (document, CjkAnalyzer.Terms(text));

    public bool Remove(string id) => _written.Remove(id);

    public void Refresh() => Visible = new(_written);

    /// <summary>By BM25, best first.</summary>
    public List<(string Id, double Score)> Rank(IReadOnlyCollection<string> terms)
    {
        var average = Visible.Values.Select(entry => entry.Terms.Count).DefaultIfEmpty(1).Average();
        var weights = terms.Distinct().ToDictionary(term => term, Weight);
        return
        [
            .. Visible.Select(pair => (Id: pair.Key, Score: weights.Sum(weight => Score(pair.Value.Terms, weight.Key, weight.Value, average))))
                .Where(hit => hit.Score > 0)
                .OrderByDescending(hit => hit.Score),
        ];
    }

    private static double Score(List<string> terms, string term, double weight, double average)
    {
        var count = terms.Count(term.Equals);
        return weight * count / (count + (K1 * (1 - B + (B * terms.Count / average))));
    }

    private double Weight(string term)
    {
        var with = Visible.Values.Count(entry => entry.Terms.Contains(term));
        return Math.Log(1 + ((Visible.Count - with + 0.5) / (with + 0.5)));
    }
}
