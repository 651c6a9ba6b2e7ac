namespace Middeck.Cli;

/// <summary>One process in <c>middeck status --json</c>.</summary>
internal sealed record ServiceView(
    string Name,
    string State,
    int? Pid,
    long? MemoryBytes,
    DateTimeOffset? StartedAt,
    int Restarts,
    int? LastExitCode,
    string? LastWords);
