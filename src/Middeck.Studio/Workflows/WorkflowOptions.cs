using System.ComponentModel.DataAnnotations;

namespace Middeck.Studio.Workflows;

/// <summary>Limits of nodes of workflows.</summary>
public sealed class WorkflowOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "workflows";

    /// <summary>The longest text that a code node hands on, in characters. Default 400,000.</summary>
    [Range(1, 100_000_000)]
    public int CodeStringLength { get; set; } = 400_000;

    /// <summary>The most numbers in a list that a code node hands on. Default 1,000.</summary>
    [Range(1, 10_000_000)]
    public int CodeNumbers { get; set; } = 1_000;

    /// <summary>The largest list of texts or objects that a code node hands on, in bytes of JSON; <c>sandbox.output_bytes</c> holds for all outputs together. Default 1 MB.</summary>
    [Range(1, 1_000_000_000)]
    public int CodeArrayBytes { get; set; } = 1024 * 1024;

    /// <summary>How deep objects may lie in each other that a code node hands on. Default 5.</summary>
    [Range(1, 60)]
    public int CodeDepth { get; set; } = 5;

    /// <summary>How many digits after the point a number may have that a code node hands on. Default 20.</summary>
    [Range(0, 400)]
    public int CodePrecision { get; set; } = 20;
}
