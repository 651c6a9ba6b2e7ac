namespace Middeck.Sandbox;

/// <summary>What one run, or one process with all that it starts, may use.</summary>
public sealed record SandboxLimits
{
    /// <summary>How long it may take. Processes with streams of their own run until they are stopped, whatever this says.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The processor time of each process.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The memory of all processes together, in bytes; files under <c>/tmp</c> are not counted.</summary>
    public long MemoryBytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Processes and threads together.</summary>
    public int Processes { get; init; } = 32;

    /// <summary>Open files of each process.</summary>
    public int OpenFiles { get; init; } = 128;

    /// <summary>The space under <c>/tmp</c>, which lies in memory, in bytes; also the size of the largest file.</summary>
    public long TmpBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>The size of the result, and what is kept of standard output and of standard error, each in bytes.</summary>
    public int OutputBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether an interpreter that was started under the other limits may run under these.</summary>
    internal bool FitsInterpreterOf(SandboxLimits other)
        => CpuTime == other.CpuTime && MemoryBytes == other.MemoryBytes && Processes == other.Processes
            && OpenFiles == other.OpenFiles && TmpBytes == other.TmpBytes;
}
