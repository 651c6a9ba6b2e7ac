namespace Middeck.Knowledge.Backends;

/// <summary>Which PostgreSQL keeps the vectors.</summary>
public sealed class PgvectorOptions
{
    /// <summary>An Npgsql connection string or a <c>postgres://</c> URL. Empty: the platform's own database.</summary>
    public string Connection { get; set; } = "";
}
