using Middeck.Core.Errors;
using Middeck.Core.Identifiers;
using Middeck.Core.Paging;
using Middeck.Storage.Sql;

namespace Middeck.Observability.Errors;

/// <summary>The rows of the error log.</summary>
internal sealed class ErrorStore(Database database, TimeProvider clock)
{
    private const int MaxMessage = 2_000;
    private const int MaxOperation = 500;
    private const int MaxStackTrace = 32_000;

    public Task InsertAsync(ErrorReport report, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            INSERT INTO observability.error
                (id, at, trace_id, source, operation, message, exception_type, stack_trace, workspace_id, user_id)
            VALUES
                ({Ids.New(clock)}, {clock.GetUtcNow()}, {report.TraceId}, {report.Source}, {Cut(report.Operation, MaxOperation)},
                 {Cut(report.Message, MaxMessage)}, {report.ExceptionType}, {Cut(report.StackTrace, MaxStackTrace)},
                 {report.WorkspaceId}, {report.UserId})
            """,
            cancellationToken);

    /// <summary>Newest first. Without a workspace: of the whole installation.</summary>
    public async Task<Page<ErrorEntry>> ListAsync(
        Guid? workspaceId, string? traceId, PageRequest page, CancellationToken cancellationToken)
    {
        var ofWorkspace = workspaceId is { } id ? SqlText.Of($"AND workspace_id = {id}") : SqlText.Empty;
        var ofTrace = traceId is null ? SqlText.Empty : SqlText.Of($"AND trace_id = {traceId}");
        var after = page.After is { } last ? SqlText.Of($"AND id < {last}") : SqlText.Empty;
        var rows = await database.QueryAsync(
            $"""
            SELECT id, at, trace_id, source, operation, message, exception_type, workspace_id, user_id, NULL::text AS stack_trace
            FROM observability.error
            WHERE true {ofWorkspace} {ofTrace} {after}
            ORDER BY id DESC LIMIT {page.Fetch}
            """,
            Read,
            cancellationToken);
        return page.ToPage(rows, row => row.Id);
    }

    /// <summary>One row with its stack trace. Without a workspace: of the whole installation.</summary>
    public Task<ErrorEntry?> FindAsync(Guid? workspaceId, Guid id, CancellationToken cancellationToken)
    {
        var ofWorkspace = workspaceId is { } owner ? SqlText.Of($"AND workspace_id = {owner}") : SqlText.Empty;
        return database.FirstOrDefaultAsync(
            $"""
            SELECT id, at, trace_id, source, operation, message, exception_type, workspace_id, user_id, stack_trace
            FROM observability.error WHERE id = {id} {ofWorkspace}
            """,
            Read,
            cancellationToken);
    }

    /// <summary>Removes what is older than the time, oldest first, at most a batch.</summary>
    public Task<int> TrimAsync(DateTimeOffset before, int batch, CancellationToken cancellationToken)
        => database.ExecuteAsync(
            $"""
            DELETE FROM observability.error WHERE id IN
                (SELECT id FROM observability.error WHERE at < {before} ORDER BY at LIMIT {batch})
            """,
            cancellationToken);

    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => database.ExecuteAsync($"DELETE FROM observability.error WHERE workspace_id = {workspaceId}", cancellationToken);

    private static string? Cut(string? text, int length)
    {
        // PostgreSQL's text holds everything but NUL.
        var clean = text?.Replace("\0", "", StringComparison.Ordinal);
        return clean?.Length > length ? clean[..length] : clean;
    }

    private static ErrorEntry Read(Row row) => new(
        row.Get<Guid>("id"),
        row.Get<DateTimeOffset>("at"),
        row.Get<string>("trace_id"),
        row.Get<string>("source"),
        row.Get<string>("operation"),
        row.Get<string>("message"),
        row.Get<string?>("exception_type"),
        row.Get<Guid?>("workspace_id"),
        row.Get<Guid?>("user_id"),
        row.Get<string?>("stack_trace"));
}
