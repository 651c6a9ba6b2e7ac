using System.ComponentModel.DataAnnotations;

namespace Middeck.Knowledge.Retrieval;

/// <summary>How much memory the indexes of a node may take.</summary>
public sealed class SearchMemoryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "search";

    private const long AtMost = 2L * 1024 * 1024 * 1024;

    /// <summary>Bytes, 16 MB or more. Default: a quarter of the machine's memory, at most 2 GB.</summary>
    [Range(16L * 1024 * 1024, long.MaxValue)]
    public long MemoryBytes { get; set; } = Math.Min(AtMost, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
}
