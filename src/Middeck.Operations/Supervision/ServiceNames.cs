namespace Middeck.Operations.Supervision;

/// <summary>The processes of every installation.</summary>
public static class ServiceNames
{
    /// <summary>The private database.</summary>
    public const string Postgres = "postgres";

    /// <summary>The platform: API and console.</summary>
    public const string Platform = "platform";

    /// <summary>The supervisor itself.</summary>
    public const string Supervisor = "supervisor";

    /// <summary>All that have a log.</summary>
    public static IReadOnlyList<string> All { get; } = [Platform, Postgres, Supervisor];
}
