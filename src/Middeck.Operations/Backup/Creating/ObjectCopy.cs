using System.Text.Json;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup.Creating;

/// <summary>
/// Copies the objects that the target does not hold yet into its pool, <c>pool/{key's name}/{two digits}/{SHA-256}</c>, and lists all.
/// Objects are named by their content, so the same file of two workspaces or two backups is kept once.
/// </summary>
internal sealed class ObjectCopy(IObjectStore objects, IBackupTarget target, IBackupCipher cipher, PartWriter parts)
{
    private readonly Dictionary<string, (string Sha256, long Size)> _held = [];
    private readonly List<string> _damaged = [];
    private int _count;
    private int _copied;
    private long _bytes;
    private long _read;

    public async Task<BackupObjects> RunAsync(
        IReadOnlyList<BackupManifest> earlier, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        await FindHeldAsync(earlier, cancellationToken);
        await parts.WriteOpenAsync(
            ObjectListFile.Part,
            ObjectListFile.Name,
            async (list, token) =>
            {
                await foreach (var stored in objects.ListAsync(token))
                {
                    progress.Report(new BackupProgress(BackupStep.Objects, _read));
                    if (await KeepAsync(stored, token) is { } line)
                    {
                        _count++;
                        _bytes += line.StoredSize;
                        _read += line.Size;
                        var text = JsonSerializer.SerializeToUtf8Bytes(line, BackupLineJson.Default.ObjectLine);
                        await list.WriteAsync((byte[])[.. text, (byte)'\n'], token);
                    }
                }
            },
            cancellationToken);
        return new BackupObjects(_count, _bytes, _copied, _damaged);
    }

    // What the last backup by this key listed and the pool still has in the same size. The sums of sealed files are known only
    // from that list: one that a killed backup left is copied again.
    private async Task FindHeldAsync(IReadOnlyList<BackupManifest> earlier, CancellationToken cancellationToken)
    {
        if (earlier.FirstOrDefault(manifest => manifest.Encryption.PoolId == cipher.PoolId) is not { } last)
        {
            return;
        }

        var there = new Dictionary<string, long>();
        await foreach (var file in target.ListAsync($"pool/{cipher.PoolId}/", cancellationToken))
        {
            there[file.Name] = file.Size;
        }

        try
        {
            await foreach (var line in ObjectListFile.ReadAsync(target, last, cancellationToken))
            {
                if (there.TryGetValue(line.File, out var size) && size == line.StoredSize)
                {
                    _held[line.File] = (line.StoredSha256, size);
                }
            }
        }
        catch (RefusedException ex) when (ex.Code == ExitCode.BackupDamaged)
        {
            // That list is no help; what it should have named is copied again.
            _held.Clear();
        }
    }

    private async Task<ObjectLine?> KeepAsync(StoredObject stored, CancellationToken cancellationToken)
    {
        var file = $"pool/{cipher.PoolId}/{stored.Sha256[..2]}/{stored.Sha256}{cipher.Ending}";
        if (_held.TryGetValue(file, out var held))
        {
            return new ObjectLine(stored.Key, stored.Size, file, held.Size, held.Sha256);
        }

        // Deleted since it was listed: whoever deleted it knew that nothing points to it.
        await using var content = await objects.OpenAsync(stored.Key, cancellationToken);
        if (content is null)
        {
            return null;
        }

        try
        {
            var line = await CopyAsync(stored, content, file, cancellationToken);
            _held[file] = (line.StoredSha256, line.StoredSize);
            _copied++;
            return line;
        }
        catch (DamagedFileException)
        {
            // A disk lied. The rest is worth keeping, and the manifest says what is missing.
            _damaged.Add(stored.Key);
            return null;
        }
    }

    private async Task<ObjectLine> CopyAsync(
        StoredObject stored, Stream content, string file, CancellationToken cancellationToken)
    {
        ObjectLine? line = null;
        await target.WriteAsync(
            file,
            async (stream, token) =>
            {
                await using var hashed = new HashedWriteStream(stream);
                await cipher.SealAsync(hashed, (plain, inner) => CheckedAsync(stored, content, plain, inner), token);
                line = new ObjectLine(stored.Key, stored.Size, file, hashed.Count, hashed.Finish());
            },
            cancellationToken);
        return line!;
    }

    private static async Task CheckedAsync(
        StoredObject stored, Stream content, Stream plain, CancellationToken cancellationToken)
    {
        await using var hashed = new HashedReadStream(content);
        await hashed.CopyToAsync(plain, 128 * 1024, cancellationToken);
        if (hashed.Finish() != stored.Sha256)
        {
            throw new DamagedFileException("its content is not what its name says");
        }
    }
}
