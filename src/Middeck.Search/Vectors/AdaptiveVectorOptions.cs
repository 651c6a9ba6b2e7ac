using System.ComponentModel.DataAnnotations;

namespace Middeck.Search.Vectors;

/// <summary>When <see cref="AdaptiveVectorIndex"/> builds a graph, and with what.</summary>
public sealed class AdaptiveVectorOptions
{
    /// <summary>
    /// The number of components (vectors times dimensions) from which on the index is a graph. Default 5,000,000:
    /// about 20,000 vectors of 256 or 5,000 of 1024, which a scan reads in 1.3 ms.
    /// </summary>
    /// <remarks>
    /// Measured at 256 dimensions: a scan costs 65 ns a vector and query, a search of the graph about 0.1 ms, building
    /// 0.11 ms a vector. So a graph is of no use below 2,000 vectors; far above, building it costs as much as 1,700
    /// scans whatever the size, and what counts is how long one query waits.
    /// </remarks>
    [Range(0, long.MaxValue)]
    public long GraphFromComponents { get; init; } = 5_000_000;

    /// <summary>
    /// How many threads build the graph beside the searches; 0 for half of the cores, one at least. Default 0.
    /// </summary>
    [Range(0, 1024)]
    public int BuildThreads { get; init; }

    /// <summary>How the graph is made.</summary>
    public HnswOptions Graph { get; init; } = new();
}
