using Microsoft.Extensions.Configuration;
using Middeck.Operations.Home;

namespace Middeck.Operations.Checks.Production;

/// <summary>Knows what became of a home's backups.</summary>
public interface IBackupRecords
{
    /// <summary>Reads what is known; nothing is known of a home without backups.</summary>
    BackupHistory Read(MiddeckHome home, IConfiguration configuration);
}
