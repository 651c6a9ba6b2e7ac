namespace Middeck.Operations.Backup;

/// <summary>What was removed.</summary>
/// <param name="Backups">Names.</param>
/// <param name="Objects">How many objects of the pool nobody needed any more.</param>
/// <param name="ObjectBytes">Bytes that they had.</param>
public sealed record BackupRemoval(IReadOnlyList<string> Backups, int Objects, long ObjectBytes);
