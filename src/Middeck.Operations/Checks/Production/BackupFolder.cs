using Microsoft.Extensions.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Checks.Production;

/// <summary>Knows only what lies in the folder <c>backups</c>: the newest manifest, the newest record of a drill.</summary>
public sealed class BackupFolder : IBackupRecords
{
    /// <inheritdoc />
    public BackupHistory Read(MiddeckHome home, IConfiguration configuration) => new(
        Newest(home.Backups, "manifest.json"),
        Newest(home.Backups, "drill*.json"),
        configuration.GetSection("backup:schedule").Value is { Length: > 0 });

    private static DateTimeOffset? Newest(string folder, string pattern)
        => Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
                .Select(file => (DateTimeOffset?)File.GetLastWriteTimeUtc(file))
                .Max()
            : null;
}
