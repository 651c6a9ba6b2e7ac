using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Drills;

/// <summary>Starts the platform on a restored home and asks it.</summary>
public interface IDrillPlatform
{
    /// <summary>Starts it, asks it, stops it.</summary>
    /// <param name="home">The restored home; its database runs.</param>
    /// <param name="connection">How the database is reached.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it answered, one sentence each.</returns>
    /// <exception cref="RefusedException">It did not start or did not answer as it should.</exception>
    Task<IReadOnlyList<string>> AskAsync(MiddeckHome home, string connection, CancellationToken cancellationToken);
}
