namespace Middeck.Sandbox;

/// <summary>Whether code can be run here.</summary>
/// <param name="Problem">Why not, and what to do; null when it can.</param>
/// <param name="Enforcement">What holds the limit of memory.</param>
public sealed record SandboxStatus(string? Problem, SandboxEnforcement Enforcement)
{
    /// <summary>Whether code can be run.</summary>
    public bool IsReady => Problem is null;

    /// <summary>One line for operators.</summary>
    public string Description => Problem ?? Enforcement switch
    {
        SandboxEnforcement.Cgroup => "Code runs under bubblewrap; a cgroup holds the limits of memory and processes.",
        _ => "Code runs under bubblewrap; prlimit and a watcher of memory hold the limits.",
    };
}
