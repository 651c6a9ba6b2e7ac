using System.Globalization;

namespace Middeck.Operations.Postgres;

/// <summary>What a private cluster sets apart from PostgreSQL's own defaults: a modest share of one machine.</summary>
internal static class PostgresSettings
{
    /// <summary>Appended to <c>postgresql.conf</c> when the cluster is made; the operator may edit it afterwards.</summary>
    public const string Initial = """

        # Middeck
        max_connections = 100
        shared_buffers = 128MB
        effective_cache_size = 512MB
        work_mem = 8MB
        maintenance_work_mem = 64MB
        # The platform's statements are short; compiling them costs more than it saves.
        jit = off
        random_page_cost = 1.1
        wal_compression = on
        checkpoint_timeout = 15min
        max_wal_size = 1GB
        password_encryption = scram-sha-256
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%m [%p] '

        """;

    /// <summary>Who may connect: the one role, by password, on the machine itself.</summary>
    public const string Access = """
        # Middeck
        local all all                scram-sha-256
        host  all all 127.0.0.1/32   scram-sha-256

        """;

    /// <summary>What is decided at each start.</summary>
    public static string[] AtStart(PostgresPlace place, int port) =>
    [
        "-c", "listen_addresses=127.0.0.1",
        "-c", $"port={port.ToString(CultureInfo.InvariantCulture)}",
        "-c", $"unix_socket_directories={place.Socket}",
        "-c", "unix_socket_permissions=0700",
    ];
}
