using Middeck.Operations.Backup.Database;

namespace Middeck.Operations.Backup.Creating;

/// <summary>Dumps the database as it is at one moment, and counts its rows at the same.</summary>
internal sealed class DatabaseDump(
    Func<CancellationToken, Task<DatabaseSession>> open, PartWriter parts, int compression)
{
    public const string Part = "database";

    public async Task<(DatabaseFacts Facts, SortedDictionary<string, long> Rows)> RunAsync(
        IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        await using var session = await open(cancellationToken);
        await using var snapshot = await DatabaseSnapshot.TakeAsync(session.Address, cancellationToken);
        var facts = await snapshot.FactsAsync(cancellationToken);
        var programs = await PostgresPrograms.ForAsync(facts.Major, cancellationToken);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counting = snapshot.CountAsync(stop.Token);
        try
        {
            await parts.WriteAsync(
                Part,
                "database.dump",
                (plain, token) => DumpAsync(programs.Dump(session.Address, snapshot.Id, compression), plain, progress, token),
                cancellationToken);
            return (facts, await counting);
        }
        catch
        {
            // The connection must be free again before the snapshot lets go of it.
            await stop.CancelAsync();
            await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }

    private static async Task DumpAsync(
        Processes.ProcessCommand command, Stream plain, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var failure = await PipedProcess.RunAsync(
            command,
            write: null,
            (output, token) => CopyAsync(output, plain, progress, token),
            cancellationToken);
        if (failure is not null)
        {
            throw new RefusedException(ExitCode.Failed, BackupMessages.DumpFailed(failure));
        }
    }

    private static async Task CopyAsync(
        Stream output, Stream plain, IProgress<BackupProgress> progress, CancellationToken cancellationToken)
    {
        var buffer = new byte[128 * 1024];
        long written = 0;
        int read;
        while ((read = await output.ReadAsync(buffer, cancellationToken)) > 0)
        {
            await plain.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            written += read;
            progress.Report(new BackupProgress(BackupStep.Database, written));
        }
    }
}
