using System.Text;
using Npgsql;

namespace Middeck.Operations.Backup.Database;

/// <summary>
/// Puts a dump into a database in one transaction: <c>pg_restore</c> tells the statements and <c>psql</c> executes them between our
/// BEGIN and COMMIT. Whatever ends early, a process, a file or we ourselves, ends without the COMMIT and changes nothing.
/// </summary>
internal sealed class DatabaseRestore(DatabaseAddress address)
{
    /// <summary>The schemas that hold tables.</summary>
    public async Task<IReadOnlyList<string>> SchemasAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            SELECT DISTINCT schemaname FROM pg_tables
            WHERE schemaname NOT LIKE 'pg\_%' AND schemaname <> 'information_schema'
            """,
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var schemas = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            schemas.Add(reader.GetString(0));
        }

        return schemas;
    }

    /// <param name="drop">Schemas that go before, in the same transaction.</param>
    /// <param name="dump">Writes the dump in custom form.</param>
    /// <param name="cancellationToken">Changes nothing.</param>
    /// <exception cref="RefusedException">A statement failed; nothing was changed.</exception>
    public async Task RunAsync(
        IEnumerable<string> drop, Func<Stream, CancellationToken, Task> dump, CancellationToken cancellationToken)
    {
        var programs = await PostgresPrograms.ForAsync(await MajorAsync(cancellationToken), cancellationToken);
        var failure = await PipedProcess.RunAsync(
            programs.Execute(address),
            async (statements, token) =>
            {
                await WriteLineAsync(statements, $"BEGIN; {string.Concat(drop.Select(Dropped))}", token);
                var scriptFailure = await PipedProcess.RunAsync(
                    programs.Script(address), dump, (script, inner) => script.CopyToAsync(statements, 128 * 1024, inner), token);
                if (scriptFailure is not null)
                {
                    throw new RefusedException(ExitCode.BackupDamaged, BackupMessages.RestoreFailed(scriptFailure));
                }

                await WriteLineAsync(statements, "COMMIT;", token);
            },
            (output, token) => output.CopyToAsync(Stream.Null, token),
            cancellationToken);
        if (failure is not null)
        {
            throw new RefusedException(ExitCode.Failed, BackupMessages.RestoreFailed(failure));
        }
    }

    /// <summary>Planner statistics are not part of a dump.</summary>
    public async Task AnalyzeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await using var command = new NpgsqlCommand("ANALYZE", connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<int> MajorAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        return connection.PostgreSqlVersion.Major;
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(address.Connection);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException ex)
        {
            await connection.DisposeAsync();
            throw new RefusedException(ExitCode.StartFailed, BackupMessages.NoDatabase(address.Shown, ex.Message), ex);
        }
    }

    private static string Dropped(string schema)
    {
        var quoted = $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        // A dump makes every schema that it needs but this one, which every database has.
        return schema == "public"
            ? "DROP SCHEMA public CASCADE; CREATE SCHEMA public; "
            : $"DROP SCHEMA IF EXISTS {quoted} CASCADE; ";
    }

    private static ValueTask WriteLineAsync(Stream statements, string line, CancellationToken cancellationToken)
        => statements.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
}
