namespace Middeck.Sandbox;

/// <summary>What holds the limits that go for all processes of a run together.</summary>
public enum SandboxEnforcement
{
    /// <summary>Limits of each process by <c>prlimit</c>, and a watcher that adds up resident memory and ends all of them.</summary>
    Watcher,

    /// <summary>A cgroup (version 2) of the run's own.</summary>
    Cgroup,
}
