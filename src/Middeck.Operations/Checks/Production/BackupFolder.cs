using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Checks.Production;

/// <summary>
/// Knows what lies in the folder of backups: each has a <c>manifest.json</c> once it is whole, and each restore that was tried
/// a record in <c>drills/</c>.
/// </summary>
public sealed class BackupFolder : IBackupRecords
{
    private const string Manifest = "manifest.json";
    private const string Drills = "drills";

    /// <inheritdoc />
    public BackupHistory Read(MiddeckHome home, IConfiguration configuration)
    {
        var folder = configuration["backup:to"] is { } given && Path.IsPathRooted(given) ? given : home.Backups;
        return new BackupHistory(
            LastBackup(folder), LastDrill(Path.Combine(folder, Drills)), configuration["backup:schedule"] is { Length: > 0 });
    }

    private static DateTimeOffset? LastBackup(string folder)
        => Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder)
                .Select(backup => Path.Combine(backup, Manifest))
                .Where(File.Exists)
                .Select(file => (DateTimeOffset?)File.GetLastWriteTimeUtc(file))
                .Max()
            : null;

    private static DateTimeOffset? LastDrill(string folder)
        => Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Select(PassedAt).Max() : null;

    // { "started_at": "2026-11-22T03:00:00+00:00", "passed": true, … }
    private static DateTimeOffset? PassedAt(string file)
    {
        try
        {
            using var record = JsonDocument.Parse(File.ReadAllBytes(file));
            return record.RootElement.TryGetProperty("passed", out var passed) && passed.ValueKind == JsonValueKind.True
                && record.RootElement.TryGetProperty("started_at", out var at) && at.TryGetDateTimeOffset(out var time)
                    ? time
                    : null;
        }
        catch (Exception ex) when (ex is JsonException or InvalidOperationException or IOException)
        {
            // A record that cannot be read proves nothing.
            return null;
        }
    }
}
