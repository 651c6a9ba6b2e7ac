using Middeck.Operations.Backup.Manifests;

namespace Middeck.Operations.Backup;

/// <summary>The backups of a place.</summary>
/// <param name="Address">The folder or bucket.</param>
/// <param name="Whole">Those whose manifest can be read, the newest first.</param>
/// <param name="Damaged">Names of those whose manifest is missing or altered.</param>
public sealed record BackupList(string Address, IReadOnlyList<BackupManifest> Whole, IReadOnlyList<string> Damaged);
