using Middeck.Core.Errors;
using Middeck.Knowledge.Backends.Http;
using Npgsql;

namespace Middeck.Knowledge.Backends.Postgres;

/// <summary>Turns what PostgreSQL says into faults.</summary>
internal static class PgVectorFaults
{
    private const string NoExtension = "0A000";
    private const string NoExtensionFile = "58P01";

    public static FaultException Of(Exception failure) => failure switch
    {
        PostgresException { SqlState: NoExtension or NoExtensionFile } answer
            when answer.MessageText.Contains("extension", StringComparison.Ordinal) => Fault(
                FaultKind.Unavailable,
                "The PostgreSQL server does not have the extension pgvector. Install it there (package postgresql-NN-pgvector), "
                + "name another server in search.pgvector.connection, or choose another search.vector_backend.",
                failure),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } answer => Fault(
            FaultKind.Unavailable,
            $"PostgreSQL refused to prepare pgvector: {answer.MessageText}. A superuser can run CREATE EXTENSION vector in the "
            + "database; the platform's role needs the right to create schemas.",
            failure),
        PostgresException answer => Fault(
            FaultKind.Upstream, $"pgvector answered {answer.SqlState}: {answer.MessageText}.", failure),
        { InnerException: TimeoutException } => Fault(
            FaultKind.Timeout, "pgvector did not answer in time; search.backend_timeout says how long it may take.", failure),
        _ => Fault(
            FaultKind.Unavailable,
            $"The PostgreSQL of pgvector cannot be reached: {failure.Message}. Check search.pgvector.connection.",
            failure),
    };

    private static FaultException Fault(FaultKind kind, string detail, Exception cause) => new(
        new Fault(
            kind, BackendFaults.Code, detail, Extensions: new Dictionary<string, object?> { ["backend"] = "pgvector" }),
        cause);
}
