namespace Middeck.Operations.Backup;

/// <summary>What is put back and where.</summary>
/// <param name="Name">A name or <c>latest</c>.</param>
/// <param name="Backup">Where it lies, and its key.</param>
/// <param name="Overwrite">Whether what is there may go.</param>
public sealed record RestoreRequest(string Name, BackupRequest Backup, bool Overwrite);
