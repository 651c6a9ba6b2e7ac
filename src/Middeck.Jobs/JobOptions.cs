using System.ComponentModel.DataAnnotations;

namespace Middeck.Jobs;

/// <summary>How this node takes part in background work.</summary>
public sealed class JobOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "jobs";

    /// <summary>Whether this node works on jobs and schedules. A node that only serves the web still accepts and cancels them.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How many jobs of one kind run at a time on this node, 1 to 64.</summary>
    [Range(1, 64)]
    public int Concurrency { get; set; } = 2;

    /// <summary>Days until a finished job's row is removed, 1 to 3650.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;
}
