using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Manifests;

/// <summary>The backups of a target. One is there once its <c>manifest.json</c> and the <c>SHA256SUMS</c> over all its files are.</summary>
internal sealed partial class BackupShelf(IBackupTarget target)
{
    public const string ManifestFile = "manifest.json";
    public const string SumsFile = "SHA256SUMS";
    public const string DraftPrefix = ".draft-";

    /// <summary>Whether a name can be a backup's.</summary>
    public static bool IsName(string name) => NamePattern().IsMatch(name);

    /// <summary>All that can be read, the newest first, and the names of those that cannot.</summary>
    public async Task<(IReadOnlyList<BackupManifest> Whole, IReadOnlyList<string> Damaged)> ListAsync(
        CancellationToken cancellationToken)
    {
        var whole = new List<BackupManifest>();
        var damaged = new List<string>();
        foreach (var name in (await target.NamesAsync("", cancellationToken)).Where(IsName).OrderDescending(StringComparer.Ordinal))
        {
            try
            {
                whole.Add(await ReadAsync(name, cancellationToken));
            }
            catch (RefusedException ex) when (ex.Code is ExitCode.BackupDamaged or ExitCode.BackupNotFound)
            {
                damaged.Add(name);
            }
        }

        return (whole, damaged);
    }

    /// <summary>One backup by its name, or the newest by <c>latest</c>.</summary>
    /// <exception cref="RefusedException">It is not there, not whole, or of a newer program.</exception>
    public async Task<BackupManifest> FindAsync(string name, CancellationToken cancellationToken)
    {
        if (name != "latest")
        {
            return IsName(name)
                ? await ReadAsync(name, cancellationToken)
                : throw new RefusedException(ExitCode.BackupNotFound, BackupMessages.NotFound(name, target.Address));
        }

        // By name alone: a damaged newest backup must be noticed, not passed over.
        var newest = (await target.NamesAsync("", cancellationToken)).Where(IsName).Max(StringComparer.Ordinal)
            ?? throw new RefusedException(ExitCode.BackupNotFound, BackupMessages.NoBackups(target.Address));
        return await ReadAsync(newest, cancellationToken);
    }

    /// <summary>Writes the sums and the manifest of a backup whose parts are there.</summary>
    public async Task WriteAsync(string folder, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(manifest, BackupJson.Default.BackupManifest);
        var sums = new StringBuilder();
        foreach (var part in manifest.Parts)
        {
            sums.Append(part.Sha256).Append("  ").Append(part.File).Append('\n');
        }

        sums.Append(Convert.ToHexStringLower(SHA256.HashData(bytes))).Append("  ").Append(ManifestFile).Append('\n');
        await WriteAsync($"{folder}/{SumsFile}", Encoding.UTF8.GetBytes(sums.ToString()), cancellationToken);
        await WriteAsync($"{folder}/{ManifestFile}", bytes, cancellationToken);
    }

    private Task WriteAsync(string name, byte[] content, CancellationToken cancellationToken)
        => target.WriteAsync(name, async (file, token) => await file.WriteAsync(content, token), cancellationToken);

    private async Task<BackupManifest> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var bytes = await BytesAsync($"{name}/{ManifestFile}", cancellationToken);
        var sums = await BytesAsync($"{name}/{SumsFile}", cancellationToken);
        if (bytes is null && sums is null && (await target.NamesAsync($"{name}/", cancellationToken)).Count == 0)
        {
            throw new RefusedException(ExitCode.BackupNotFound, BackupMessages.NotFound(name, target.Address));
        }

        if (bytes is null || sums is null)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartMissing(name, bytes is null ? ManifestFile : SumsFile));
        }

        var expected = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {ManifestFile}";
        if (!Encoding.UTF8.GetString(sums).Split('\n').Contains(expected))
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(name, ManifestFile));
        }

        return Parse(name, bytes);
    }

    private static BackupManifest Parse(string name, byte[] bytes)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(bytes, BackupJson.Default.BackupManifest);
            return manifest switch
            {
                { Format: > 1 } => throw new RefusedException(ExitCode.SchemaNewer, BackupMessages.NewerFormat(name)),
                { Name: var own } when own == name => manifest,
                _ => throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(name, ManifestFile)),
            };
        }
        catch (JsonException ex)
        {
            throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.PartAltered(name, ManifestFile), ex);
        }
    }

    private async Task<byte[]?> BytesAsync(string name, CancellationToken cancellationToken)
    {
        await using var file = await target.OpenAsync(name, cancellationToken);
        if (file is null)
        {
            return null;
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d{6}Z(-\d+)?$")]
    private static partial Regex NamePattern();
}
