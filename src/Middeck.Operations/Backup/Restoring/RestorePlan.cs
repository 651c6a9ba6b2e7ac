using Microsoft.Extensions.Configuration;
using Middeck.Operations.Backup.Database;
using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Restoring;

/// <summary>Where a backup is put.</summary>
/// <param name="Home">The home.</param>
/// <param name="Overwrite">Whether what is there may go.</param>
/// <param name="Configuration">Loads the home's configuration, once its files are there.</param>
/// <param name="Database">Reaches the database; makes a private one that is not there.</param>
/// <param name="Objects">Opens the object store.</param>
internal sealed record RestorePlan(
    MiddeckHome Home,
    bool Overwrite,
    Func<IConfigurationRoot> Configuration,
    Func<IConfigurationRoot, CancellationToken, Task<DatabaseSession>> Database,
    Func<IConfigurationRoot, OpenedObjects> Objects);
