namespace Middeck.Sandbox;

/// <summary>A program to start.</summary>
/// <param name="Program">Its name, looked for in <c>/usr/bin</c>, <c>/usr/local/bin</c> and <c>/bin</c>, or its full path.</param>
/// <param name="Arguments">Its arguments.</param>
public sealed record SandboxCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>
    /// What it is given beyond <c>PATH</c>, <c>HOME</c> and <c>LANG</c>, at most 60 KB. It sees nothing of our own environment, and others
    /// on the machine see nothing of this.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Folders that it may read, at the same place; they must be readable by everybody when the platform runs as root.</summary>
    public IReadOnlyList<string> Folders { get; init; } = [];

    /// <summary>
    /// Whether it may use the network: the whole network of this machine, its own loopback included. Without it there is none.
    /// </summary>
    public bool AllowsNetwork { get; init; }

    /// <summary>What it may use; null for <see cref="IProcessSandbox.Limits"/>.</summary>
    public SandboxLimits? Limits { get; init; }
}
