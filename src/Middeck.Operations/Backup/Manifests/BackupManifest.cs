namespace Middeck.Operations.Backup.Manifests;

/// <summary>What a backup is made of: <c>manifest.json</c>, readable without any key.</summary>
/// <param name="Format">1; a higher one is of a newer program.</param>
/// <param name="Name">The backup's name: the moment in UTC, such as <c>2026-11-22T033000Z</c>.</param>
/// <param name="Reason"><c>manual</c>, <c>schedule</c> or <c>upgrade</c>.</param>
/// <param name="CreatedAt">When it was begun; the database is as it was then.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="ProgramVersion">The platform's.</param>
/// <param name="PostgresMajor">The server's.</param>
/// <param name="Schema">The newest migration of each room.</param>
/// <param name="Encryption">How its files are sealed.</param>
/// <param name="IncludesKeys">Whether the keys are in it.</param>
/// <param name="Parts">Its files.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Objects">The uploaded files.</param>
public sealed record BackupManifest(
    int Format,
    string Name,
    string Reason,
    DateTimeOffset CreatedAt,
    double Seconds,
    string ProgramVersion,
    int PostgresMajor,
    IReadOnlyDictionary<string, int> Schema,
    BackupEncryption Encryption,
    bool IncludesKeys,
    IReadOnlyList<BackupPart> Parts,
    IReadOnlyDictionary<string, long> Rows,
    BackupObjects Objects)
{
    /// <summary>Bytes of its parts and of all its objects, as they are kept.</summary>
    public long Bytes => Parts.Sum(part => part.Size) + Objects.Bytes;
}

/// <summary>How the files of a backup are sealed.</summary>
/// <param name="Method"><c>none</c>, <c>passphrase</c> or <c>age</c>.</param>
/// <param name="PoolId">Names the key; objects that are sealed by it lie in the pool's folder of this name.</param>
/// <param name="Salt">Of a passphrase, in hexadecimal; null otherwise.</param>
/// <param name="Recipient">The public key of age; null otherwise.</param>
public sealed record BackupEncryption(string Method, string PoolId, string? Salt, string? Recipient);

/// <summary>A file of a backup.</summary>
/// <param name="Name">What it holds: <c>database</c>, <c>objects</c>, <c>middeck.yaml</c>, <c>services.yaml</c> or <c>keys/…</c>.</param>
/// <param name="File">The file, from the backup's folder.</param>
/// <param name="Size">Bytes, as they are kept.</param>
/// <param name="Sha256">Of the file as it is kept.</param>
public sealed record BackupPart(string Name, string File, long Size, string Sha256);

/// <summary>The uploaded files of a backup. They lie in the pool that the target's backups share.</summary>
/// <param name="Count">How many.</param>
/// <param name="Bytes">Bytes, as they are kept.</param>
/// <param name="Copied">How many of them this backup had to copy.</param>
/// <param name="Damaged">Keys of those whose content no longer was what their name says; they are left out.</param>
public sealed record BackupObjects(int Count, long Bytes, int Copied, IReadOnlyList<string> Damaged);
