using System.ComponentModel.DataAnnotations;

namespace Middeck.Sandbox;

/// <summary>What untrusted code may use.</summary>
public sealed class SandboxOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "sandbox";

    /// <summary>How long a run may take, in seconds. Default 10.</summary>
    [Range(1, 3_600)]
    public int Timeout { get; set; } = 10;

    /// <summary>How much processor time each process of a run may take, in seconds. Default 10.</summary>
    [Range(1, 3_600)]
    public int CpuTime { get; set; } = 10;

    /// <summary>The memory of all processes of a run together, in bytes, 64 MB to 64 GB. Default 256 MB.</summary>
    [Range(64L * 1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long MemoryBytes { get; set; } = 256L * 1024 * 1024;

    /// <summary>Processes and threads of a run. Default 32.</summary>
    [Range(16, 4_096)]
    public int Processes { get; set; } = 32;

    /// <summary>Open files of each process. Default 128.</summary>
    [Range(32, 65_536)]
    public int OpenFiles { get; set; } = 128;

    /// <summary>The space under <c>/tmp</c> of a run, in bytes; it lies in memory. Default 64 MB.</summary>
    [Range(1024L * 1024, 64L * 1024 * 1024 * 1024)]
    public long TmpBytes { get; set; } = 64L * 1024 * 1024;

    /// <summary>The size of a result, and what is kept of what a run prints, in bytes. Default 1 MB.</summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int OutputBytes { get; set; } = 1024 * 1024;

    /// <summary>How many runs go on at a time on this node; more wait. Default 4.</summary>
    [Range(1, 256)]
    public int Concurrency { get; set; } = 4;

    /// <summary>How many started interpreters of each language wait for code; 0 starts each when it is needed. Default 2.</summary>
    [Range(0, 64)]
    public int PoolSize { get; set; } = 2;

    /// <summary>Waiting interpreters of a language that was not used for so many seconds are ended. Default 600.</summary>
    [Range(1, 86_400)]
    public int PoolIdle { get; set; } = 600;

    /// <summary>How long a run may wait for its turn, in seconds. Default 30.</summary>
    [Range(1, 3_600)]
    public int QueueTime { get; set; } = 30;

    /// <summary>Whether interpreters are started with the platform instead of when code is first run. Default false.</summary>
    public bool WarmAtStart { get; set; }

    internal SandboxLimits Limits => new()
    {
        Time = TimeSpan.FromSeconds(Timeout),
        CpuTime = TimeSpan.FromSeconds(CpuTime),
        MemoryBytes = MemoryBytes,
        Processes = Processes,
        OpenFiles = OpenFiles,
        TmpBytes = TmpBytes,
        OutputBytes = OutputBytes,
    };
}
