namespace Middeck.Operations.Backup;

/// <summary>How far work on a backup is.</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Bytes">Bytes of this step so far.</param>
/// <param name="Total">Bytes of this step, or about so many; null when nobody knows.</param>
public sealed record BackupProgress(BackupStep Step, long Bytes, long? Total = null);
