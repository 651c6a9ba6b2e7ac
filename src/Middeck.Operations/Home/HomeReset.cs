using Middeck.Operations.Postgres;
using Middeck.Operations.Supervision;

namespace Middeck.Operations.Home;

/// <summary>Makes a home as good as new: data, keys, logs and what runs go; backups and the configuration stay.</summary>
public sealed class HomeReset(MiddeckHome home, TimeProvider clock)
{
    private const string Going = ".removed";

    /// <summary>What would be removed, as far as it is there.</summary>
    public IReadOnlyList<string> Targets =>
        [.. new[] { PostgresPlace.Of(home).Data, home.Objects, home.Keys, home.Run, home.Logs }.Where(Directory.Exists)];

    /// <summary>Stops what runs and removes it.</summary>
    /// <exception cref="RefusedException">Something cannot be removed.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await new Installation(home, clock).StopAsync(cancellationToken);
        try
        {
            foreach (var folder in Targets)
            {
                // Renamed first: one that was half removed must not be taken for a whole one by the next start.
                var going = $"{folder}{Going}";
                if (Directory.Exists(going))
                {
                    Directory.Delete(going, recursive: true);
                }

                Directory.Move(folder, going);
                Directory.Delete(going, recursive: true);
            }
        }
        catch (Exception ex) when (ex is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(ExitCode.HomeNotWritable, HomeMessages.NotWritable(home.Root, ex.Message), ex);
        }
    }
}
