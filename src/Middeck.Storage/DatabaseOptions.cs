using System.ComponentModel.DataAnnotations;

namespace Middeck.Storage;

/// <summary>Where the database is and how many connections this node may hold.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "database";

    /// <summary>An Npgsql connection string or a <c>postgres://</c> URL. Empty in a home with a private PostgreSQL.</summary>
    public string Connection { get; set; } = "";

    /// <summary>Connections of this node, 8 to 200. One listens, at most 4 serve the job store.</summary>
    [Range(8, 200)]
    public int MaxConnections { get; set; } = 20;

    /// <summary>Seconds until a statement is given up, 1 to 600.</summary>
    [Range(1, 600)]
    public int CommandTimeout { get; set; } = 30;
}
