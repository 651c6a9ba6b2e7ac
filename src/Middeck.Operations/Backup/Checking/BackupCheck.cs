namespace Middeck.Operations.Backup.Checking;

/// <summary>What was found whole.</summary>
/// <param name="Name">The backup.</param>
/// <param name="Parts">How many files of its own it has.</param>
/// <param name="Objects">How many objects.</param>
/// <param name="Bytes">Bytes that were read.</param>
/// <param name="Opened">Whether the files were opened with their key and the dump was read to its end; otherwise only their sums were compared.</param>
public sealed record BackupCheck(string Name, int Parts, int Objects, long Bytes, bool Opened);
