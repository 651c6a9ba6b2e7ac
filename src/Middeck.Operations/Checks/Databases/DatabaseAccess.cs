using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Middeck.Operations.Configuration;
using Middeck.Operations.Home;
using Middeck.Storage;
using Npgsql;

namespace Middeck.Operations.Checks.Databases;

/// <summary>The way to the home's database, tried once: either it answers or it is known why it does not.</summary>
internal sealed class DatabaseAccess(MiddeckHome home, IConfigurationRoot configuration) : IAsyncDisposable
{
    // Who asks sits in front of a terminal, and a machine that is there answers in milliseconds.
    private const int TimeoutSeconds = 5;

    private NpgsqlDataSource? _source;
    private DatabaseProblem? _problem;

    /// <summary>Whether it is the home's own cluster.</summary>
    public bool IsPrivate { get; } = ConfigurationLoader.UsesPrivateDatabase(configuration);

    /// <summary>The settings of the connection; null when there is no address or it cannot be read.</summary>
    public NpgsqlConnectionStringBuilder? Settings { get; private set; }

    /// <summary>The database; null when it does not answer, and then <see cref="Problem"/> says why.</summary>
    public async Task<Storage.Sql.Database?> OpenAsync(CancellationToken cancellationToken)
    {
        if (_source is null && _problem is null)
        {
            _problem = await TryAsync(cancellationToken);
        }

        return _problem is null ? new Storage.Sql.Database(_source!) : null;
    }

    /// <summary>Why it does not answer; null before it was tried or when it does.</summary>
    public DatabaseProblem? Problem => _problem;

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
    }

    private async Task<DatabaseProblem?> TryAsync(CancellationToken cancellationToken)
    {
        if (configuration[$"{DatabaseOptions.Section}:connection"] is not { Length: > 0 } address)
        {
            return new DatabaseProblem(DatabaseProblemKind.NotMade, $"{home.Root} has no database yet.");
        }

        try
        {
            Settings = new NpgsqlConnectionStringBuilder(PostgresUrl.ToConnectionString(address))
            {
                Timeout = TimeoutSeconds,
                CommandTimeout = TimeoutSeconds * 6,
                ApplicationName = "middeck doctor",
                // One that was killed meanwhile must not be handed out again.
                Pooling = false,
            };
            _source = NpgsqlDataSource.Create(Settings);
            await using var connection = await _source.OpenConnectionAsync(cancellationToken);
            return null;
        }
        catch (FormatException ex)
        {
            return new DatabaseProblem(DatabaseProblemKind.Unreachable, ex.Message);
        }
        catch (NpgsqlException ex)
        {
            return new DatabaseProblem(KindOf(ex), (ex as PostgresException)?.MessageText ?? ex.InnerException?.Message ?? ex.Message);
        }
        catch (Exception ex) when (ex is TimeoutException or SocketException)
        {
            return new DatabaseProblem(DatabaseProblemKind.Unreachable, ex.Message);
        }
    }

    private static DatabaseProblemKind KindOf(NpgsqlException exception) => exception switch
    {
        { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification }
            => DatabaseProblemKind.Refused,
        { SqlState: PostgresErrorCodes.InvalidCatalogName } => DatabaseProblemKind.NoDatabase,
        { SqlState: PostgresErrorCodes.CannotConnectNow } => DatabaseProblemKind.Starting,
        { SqlState: PostgresErrorCodes.TooManyConnections } => DatabaseProblemKind.Full,
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => DatabaseProblemKind.Stopped,
        _ => DatabaseProblemKind.Unreachable,
    };
}
