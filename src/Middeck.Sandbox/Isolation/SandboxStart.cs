namespace Middeck.Sandbox.Isolation;

/// <summary>A process to start in a sandbox.</summary>
/// <param name="Program">The program's path as the sandbox sees it.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Limits">What it may use.</param>
internal sealed record SandboxStart(string Program, IReadOnlyList<string> Arguments, SandboxLimits Limits)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Files and folders that it may read, and where it sees them.</summary>
    public IReadOnlyList<(string Source, string Target)> Mounts { get; init; } = [];

    /// <summary>Whether it sees all installed programs, and not just the libraries.</summary>
    public bool SeesAllPrograms { get; init; }

    public bool AllowsNetwork { get; init; }

    /// <summary>Whether it has a channel to us beside the standard streams; its number is added to the arguments.</summary>
    public bool HasChannel { get; init; }
}
