using System.ComponentModel.DataAnnotations;

namespace Middeck.Search.Vectors;

/// <summary>What <see cref="HnswVectorIndex"/> trades between memory, the time to build, and what it finds.</summary>
public sealed class HnswOptions
{
    /// <summary>
    /// M of the paper: the links of a vector on the upper levels, half of those on the ground. More find more in
    /// vectors without structure and take 8 bytes each. Default 16.
    /// </summary>
    [Range(4, 64)]
    public int Neighbours { get; init; } = 16;

    /// <summary>
    /// efConstruction of the paper: among how many near vectors a new one chooses its links. Default 128.
    /// </summary>
    [Range(8, 2000)]
    public int BuildWidth { get; init; } = 128;

    /// <summary>
    /// ef of the paper: among how many near vectors a search chooses its hits; a search for many hits takes twice
    /// their number at least. Default 192: it finds 96 of 100 in a million vectors of 256 dimensions, and more in fewer.
    /// </summary>
    [Range(8, 10_000)]
    public int SearchWidth { get; init; } = 192;
}
