using System.Globalization;
using Middeck.Operations.Backup.Manifests;
using Middeck.Operations.Backup.Targets;

namespace Middeck.Operations.Backup.Keeping;

/// <summary>Removes what a backup that was killed left behind.</summary>
internal sealed class Leftovers(IBackupTarget target, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        foreach (var name in await target.NamesAsync("", cancellationToken))
        {
            if (name.StartsWith(BackupShelf.DraftPrefix, StringComparison.Ordinal)
                || (!target.CanMove && BackupShelf.IsName(name) && await IsUnfinishedAsync(name, cancellationToken)))
            {
                await target.DeleteAllAsync($"{name}/", cancellationToken);
            }
        }
    }

    // A bucket may be shared: another machine's backup that is being written must stay.
    private async Task<bool> IsUnfinishedAsync(string name, CancellationToken cancellationToken)
    {
        var begun = DateTimeOffset.ParseExact(
            name[..18], "yyyy-MM-dd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        return begun < clock.GetUtcNow() - Patience
            && !(await target.NamesAsync($"{name}/", cancellationToken)).Contains(BackupShelf.SumsFile);
    }
}
