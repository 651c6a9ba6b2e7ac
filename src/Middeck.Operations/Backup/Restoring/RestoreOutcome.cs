using Middeck.Operations.Backup.Manifests;

namespace Middeck.Operations.Backup.Restoring;

/// <summary>What was restored.</summary>
/// <param name="Backup">The backup.</param>
/// <param name="Home">The home.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Objects">How many objects were written.</param>
/// <param name="KeysMissing">The backup has no keys: secrets in the database can be read only with the old <c>keys/master</c>.</param>
public sealed record RestoreOutcome(BackupManifest Backup, string Home, double Seconds, int Objects, bool KeysMissing);
