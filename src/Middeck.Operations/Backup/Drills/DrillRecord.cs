namespace Middeck.Operations.Backup.Drills;

/// <summary>How a restore for trial went; kept beside the backups.</summary>
/// <param name="Backup">The backup's name.</param>
/// <param name="StartedAt">When.</param>
/// <param name="Passed">Whether everything was as it should be.</param>
/// <param name="Problem">What was not, in one sentence; null when it passed.</param>
/// <param name="Seconds">From the first byte to the last answer.</param>
/// <param name="RestoreSeconds">Until database and objects were there.</param>
/// <param name="Tables">How many tables were counted and compared.</param>
/// <param name="Rows">How many rows they have.</param>
/// <param name="Objects">How many objects.</param>
/// <param name="Answers">What the platform answered, one sentence each.</param>
public sealed record DrillRecord(
    string Backup,
    DateTimeOffset StartedAt,
    bool Passed,
    string? Problem,
    double Seconds,
    double RestoreSeconds,
    int Tables,
    long Rows,
    int Objects,
    IReadOnlyList<string> Answers);
