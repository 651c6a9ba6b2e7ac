using System.Globalization;
using System.Text.Json;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Drills;

/// <summary>The records of drills: one file each in <c>drills/</c> beside the backups.</summary>
internal sealed class DrillHistory(IBackupTarget target)
{
    private const string Folder = "drills/";
    private const int Kept = 100;

    public async Task AddAsync(DrillRecord record, CancellationToken cancellationToken)
    {
        var name = record.StartedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HHmmss.fff'Z'", CultureInfo.InvariantCulture);
        await target.WriteAsync(
            $"{Folder}{name}.json",
            async (file, token) => await JsonSerializer.SerializeAsync(file, record, BackupJson.Default.DrillRecord, token),
            cancellationToken);
        foreach (var old in (await NamesAsync(cancellationToken)).Skip(Kept))
        {
            await target.DeleteAsync(Folder + old, cancellationToken);
        }
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DrillRecord>> ListAsync(CancellationToken cancellationToken)
    {
        var records = new List<DrillRecord>();
        foreach (var name in await NamesAsync(cancellationToken))
        {
            await using var file = await target.OpenAsync(Folder + name, cancellationToken);
            if (file is not null
                && await JsonSerializer.DeserializeAsync(file, BackupJson.Default.DrillRecord, cancellationToken) is { } record)
            {
                records.Add(record);
            }
        }

        return records;
    }

    private async Task<IEnumerable<string>> NamesAsync(CancellationToken cancellationToken)
        => (await target.NamesAsync(Folder, cancellationToken))
            .Where(name => name.EndsWith(".json", StringComparison.Ordinal))
            .OrderDescending(StringComparer.Ordinal);
}
