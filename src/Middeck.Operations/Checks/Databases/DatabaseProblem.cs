namespace Middeck.Operations.Checks.Databases;

/// <summary>Why the database cannot be worked with.</summary>
internal enum DatabaseProblemKind
{
    /// <summary>The home has no private cluster yet and no other database is configured.</summary>
    NotMade,

    /// <summary>Nobody listens there.</summary>
    Stopped,

    /// <summary>It starts or recovers at the moment.</summary>
    Starting,

    /// <summary>The password, or the role, is not accepted.</summary>
    Refused,

    /// <summary>The server has no database of that name.</summary>
    NoDatabase,

    /// <summary>All of its connections are taken.</summary>
    Full,

    /// <summary>The address cannot be read or reached.</summary>
    Unreachable,
}

/// <summary>Why the database cannot be worked with.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Reason">The driver's or the server's own words.</param>
internal sealed record DatabaseProblem(DatabaseProblemKind Kind, string Reason);
