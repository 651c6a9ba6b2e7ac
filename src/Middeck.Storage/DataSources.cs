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
        };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.UseLoggerFactory(loggers);
        return builder.Build();
    }
}
