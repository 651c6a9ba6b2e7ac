using Middeck.Operations.Home;
using Middeck.Operations.Postgres;

namespace Middeck.Operations.Supervision;

/// <summary>Deletes the data of a home: database, objects, the services' data and logs. Configuration, keys and backups stay.</summary>
public sealed class HomePurge(MiddeckHome home)
{
    // What they say is of the data that goes.
    private static readonly string[] RunFiles = ["pg.json", "status.json"];

    /// <summary>The folders that would go.</summary>
    public IReadOnlyList<string> Folders
        => [.. new[] { PostgresPlace.Of(home).Data, home.Objects, Path.Combine(home.Root, "data"), home.Logs }.Where(Directory.Exists)];

    /// <summary>Deletes them.</summary>
    /// <exception cref="RefusedException">Something still runs in the home.</exception>
    public void Delete(Installation installation)
    {
        if (installation.IsRunning)
        {
            throw new RefusedException(ExitCode.Failed, SupervisionMessages.StillRuns(home.Root));
        }

        // All are put aside first: a kill half-way leaves data or none, never half of it. What was put aside goes with the next purge or clean.
        foreach (var folder in Folders)
        {
            TemporaryFiles.Remove($"{folder}{TemporaryFiles.Purged}");
            Directory.Move(folder, $"{folder}{TemporaryFiles.Purged}");
        }

        foreach (var file in RunFiles.Select(home.RunFile).Append(home.InitialPasswordFile))
        {
            File.Delete(file);
        }

        foreach (var (path, _) in new TemporaryFiles(home).Find())
        {
            TemporaryFiles.Remove(path);
        }
    }
}
