namespace Middeck.Knowledge.Sources;

/// <summary>How a run ended.</summary>
/// <param name="State">The run's state.</param>
/// <param name="SourceState">What it means for the source.</param>
/// <param name="Error">One sentence; null when it went well.</param>
/// <param name="ErrorCode">Stable.</param>
/// <param name="Counts">What it found; null to leave what was reported last.</param>
/// <param name="Failures">What it could not bring.</param>
internal sealed record SyncEnd(
    SyncState State,
    SourceState SourceState,
    string? Error,
    string? ErrorCode,
    SyncCounts? Counts,
    IReadOnlyList<SyncFailure> Failures)
{
    public static SyncEnd Cancelled { get; } = new(SyncState.Cancelled, SourceState.Idle, null, null, null, []);

    public static SyncEnd Failed(string? code, string? error)
        => new(SyncState.Failed, SourceState.Error, error, code, null, []);
}
