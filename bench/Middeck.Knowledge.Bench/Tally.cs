using System.Globalization;

namespace Middeck.Knowledge.Bench;

/// <summary>Counts at which places the right passages came.</summary>
internal sealed class Tally
{
    private double _reciprocal;
    private int _first;
    private int _five;

    public int Count { get; private set; }

    /// <summary>The mean of one over the place; not found counts nothing.</summary>
    public double Reciprocal => Count == 0 ? 0 : _reciprocal / Count;

    /// <param name="rank">From 1; 0 for not found.</param>
    public void Add(int rank)
    {
        Count++;
        _reciprocal += rank == 0 ? 0 : 1.0 / rank;
        _first += rank == 1 ? 1 : 0;
        _five += rank is > 0 and <= 5 ? 1 : 0;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"MRR@10 {Reciprocal:0.0000}, hit@1 {(double)_first / Math.Max(1, Count):0.000}, hit@5 {(double)_five / Math.Max(1, Count):0.000}");
}
