using System.Globalization;
using Middeck.Operations.Backup.Encryption;
using Middeck.Operations.Backup.Keeping;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Creating;

/// <summary>
/// Makes one backup. The database first, at one moment, then the objects that are there: objects are never altered and are named
/// by their content, so every object that the dump names and that was not deleted since is among them.
/// </summary>
internal sealed class BackupCreation(
    BackupSource source, BackupOptions options, IBackupTarget target, TimeProvider clock)
{
    private readonly BackupShelf _shelf = new(target);

    public async Task<BackupManifest> RunAsync(
        BackupRequest request, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var (earlier, _) = await _shelf.ListAsync(cancellationToken);
        var cipher = await Ciphers.ToSealAsync(request, options, earlier, cancellationToken);
        await new Leftovers(target, clock).RemoveAsync(cancellationToken);
        var name = await NewNameAsync(cancellationToken);
        var folder = target.CanMove ? BackupShelf.DraftPrefix + name : name;
        try
        {
            var manifest = await WriteAsync(folder, name, request.Reason, cipher, earlier, progress, cancellationToken);
            await _shelf.WriteAsync(folder, manifest, cancellationToken);
            if (target.CanMove)
            {
                target.Move(folder, name);
            }

            return manifest;
        }
        catch
        {
            // The token may have fired already. Where even this fails, the next backup tries again.
            await target.DeleteAllAsync($"{folder}/", CancellationToken.None);
            throw;
        }
    }

    private async Task<BackupManifest> WriteAsync(
        string folder,
        string name,
        string reason,
        IBackupCipher cipher,
        IReadOnlyList<BackupManifest> earlier,
        IProgress<BackupProgress> progress,
        CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var createdAt = clock.GetUtcNow();
        var parts = new PartWriter(target, folder, cipher);
        var database = await new DatabaseDump(source.Database, parts, options.Compression).RunAsync(progress, cancellationToken);
        var objects = await new ObjectCopy(source.Objects, target, cipher, parts)
            .RunAsync(earlier, progress, cancellationToken);
        progress.Report(new BackupProgress(BackupStep.Configuration, 0));
        var includesKeys = cipher.Method != "none";
        await new HomeFiles(source.Home).WriteAsync(parts, includesKeys, cancellationToken);
        return new BackupManifest(
            1,
            name,
            reason,
            createdAt,
            Math.Round(clock.GetElapsedTime(start).TotalSeconds, 1),
            ProgramVersion.Current,
            database.Facts.Major,
            database.Facts.Schema,
            Encryption(cipher),
            includesKeys,
            parts.Written,
            database.Rows,
            objects);
    }

    private static BackupEncryption Encryption(IBackupCipher cipher) => new(
        cipher.Method,
        cipher.PoolId,
        cipher is PassphraseCipher passphrase ? Convert.ToHexStringLower(passphrase.Salt) : null,
        (cipher as AgeCipher)?.Recipient);

    private async Task<string> NewNameAsync(CancellationToken cancellationToken)
    {
        var taken = await target.NamesAsync("", cancellationToken);
        var name = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        return Enumerable.Range(1, int.MaxValue)
            .Select(number => number == 1 ? name : $"{name}-{number}")
            .First(candidate => !taken.Contains(candidate));
    }
}
