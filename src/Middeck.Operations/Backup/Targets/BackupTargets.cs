using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Targets;

/// <summary>Opens the place that an address names.</summary>
internal static class BackupTargets
{
    /// <summary>Opens it; nothing is asked or made yet.</summary>
    /// <param name="home">Its <c>backups</c> folder is meant when no address is given.</param>
    /// <param name="options">Where backups go otherwise, and how a bucket is reached.</param>
    /// <param name="address">A folder or <c>s3://bucket/prefix</c>; null for the configured one.</param>
    public static IBackupTarget Open(MiddeckHome home, BackupOptions options, string? address)
    {
        var named = address is { Length: > 0 } ? address : options.To;
        if (named.StartsWith("s3://", StringComparison.Ordinal))
        {
            return Uri.TryCreate(named, UriKind.Absolute, out var uri) && uri.Host.Length > 0
                ? new S3Target(uri, options.S3)
                : throw new RefusedException(ExitCode.Usage, BackupMessages.BadAddress(named));
        }

        return named.Contains("://", StringComparison.Ordinal)
            ? throw new RefusedException(ExitCode.Usage, BackupMessages.BadAddress(named))
            : new FolderTarget(Path.TrimEndingDirectorySeparator(Path.GetFullPath(named.Length > 0 ? named : home.Backups)));
    }
}
