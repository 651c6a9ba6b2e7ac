using System.Net.Sockets;
using Npgsql;

namespace Middeck.Knowledge.Backends.Postgres;

/// <summary>Lends connections and turns their failures into faults.</summary>
/// <param name="source">Where connections come from.</param>
/// <param name="timeout">Until a statement is given up, whole seconds.</param>
internal sealed class PgVectorConnections(NpgsqlDataSource source, TimeSpan timeout)
{
    /// <summary>Does the work with a connection of its own.</summary>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await work(connection);
        }
        catch (Exception ex) when (ex is NpgsqlException or TimeoutException or SocketException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw PgVectorFaults.Of(ex);
        }
    }

    /// <summary>A statement whose parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = (int)timeout.TotalSeconds };
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        }

        return command;
    }
}
