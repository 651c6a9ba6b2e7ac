using Microsoft.Extensions.Logging;
using Npgsql;

namespace Middeck.Storage;

/// <summary>Makes the node's one pool.</summary>
internal static class DataSources
{
    public static NpgsqlDataSource Create(DatabaseOptions options, ILoggerFactory loggers)
    {
        var settings = new NpgsqlConnectionStringBuilder(PostgresUrl.ToConnectionString(options.Connection))
        {
            MaxPoolSize = options.MaxConnections,
            CommandTimeout = options.CommandTimeout,
            ApplicationName = "middeck",
            // Idle connections go back to the server: a node at rest holds one or two.
            ConnectionIdleLifetime = 60,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 3,
            Timezone = "UTC",
            // Seven more statements each time a connection is taken, to undo what nobody here does: settings are made within a
            // transaction, and who listens or takes a lock of the session lets go of it.
            NoResetOnClose = true,
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseLoggerFactory(loggers);
        return builder.Build();
    }
}
