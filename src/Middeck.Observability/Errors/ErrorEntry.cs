namespace Middeck.Observability.Errors;

/// <summary>A row of the error log.</summary>
/// <param name="Id">The key.</param>
/// <param name="At">When it happened.</param>
/// <param name="TraceId">What the caller was given.</param>
/// <param name="Source"><c>http</c> or <c>job</c>.</param>
/// <param name="Operation">The route or the job's kind.</param>
/// <param name="Message">The exception's message.</param>
/// <param name="ExceptionType">The exception's type.</param>
/// <param name="WorkspaceId">The workspace; null when the call had none.</param>
/// <param name="UserId">The person; null for keys and anonymous calls.</param>
/// <param name="StackTrace">Null in lists, and for those who do not operate the installation.</param>
public sealed record ErrorEntry(
    Guid Id,
    DateTimeOffset At,
    string TraceId,
    string Source,
    string Operation,
    string Message,
    string? ExceptionType,
    Guid? WorkspaceId,
    Guid? UserId,
    string? StackTrace);
