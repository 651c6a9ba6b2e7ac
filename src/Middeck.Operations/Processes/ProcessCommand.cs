namespace Middeck.Operations.Processes;

/// <summary>A program to start.</summary>
/// <param name="Arguments">The program and its arguments.</param>
internal sealed record ProcessCommand(IReadOnlyList<string> Arguments)
{
    /// <summary>Variables that it gets beside our own; null removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>Its working folder.</summary>
    public string WorkingFolder { get; init; } = "/";

    /// <summary>The same program as another user. setpriv replaces itself, so the pid stays the program's own.</summary>
    public ProcessCommand As(string? user) => user is null
        ? this
        : this with
        {
            Arguments = ["setpriv", $"--reuid={user}", $"--regid={user}", "--init-groups", "--", .. Arguments],
            Environment = new Dictionary<string, string?>(Environment) { ["HOME"] = "/" },
        };
}
