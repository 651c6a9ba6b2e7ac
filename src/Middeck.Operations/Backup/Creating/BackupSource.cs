using Middeck.Operations.Backup.Database;
using Middeck.Operations.Home;
using Middeck.Storage.Objects;

namespace Middeck.Operations.Backup.Creating;

/// <summary>What is backed up.</summary>
/// <param name="Home">Configuration and keys.</param>
/// <param name="Objects">Uploaded files.</param>
/// <param name="Database">Reaches the database for as long as it is needed.</param>
internal sealed record BackupSource(
    MiddeckHome Home, IObjectStore Objects, Func<CancellationToken, Task<DatabaseSession>> Database);
