namespace Middeck.Operations.Backup.Manifests;

/// <summary>One line of a backup's list of objects.</summary>
/// <param name="Key">The key in the object store; its end is the SHA-256 of the content.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="File">The file in the target, such as <c>pool/plain/ab/ab12…</c>.</param>
/// <param name="StoredSize">Bytes of the file.</param>
/// <param name="StoredSha256">SHA-256 of the file.</param>
internal sealed record ObjectLine(string Key, long Size, string File, long StoredSize, string StoredSha256);
