namespace Middeck.Core.Errors;

/// <summary>An unexpected failure, as it is kept for the people who operate the platform.</summary>
/// <param name="TraceId">What the caller was given, so that the two can be brought together.</param>
/// <param name="Source"><c>http</c> or <c>job</c>.</param>
/// <param name="Operation">The route pattern or the job's kind.</param>
/// <param name="Message">The exception's message, at most 2,000 characters.</param>
/// <param name="ExceptionType">The exception's full type name.</param>
/// <param name="StackTrace">Kept for operators only.</param>
/// <param name="WorkspaceId">The workspace that the call worked in, when known.</param>
/// <param name="UserId">The user who called, when known.</param>
public sealed record ErrorReport(
    string TraceId,
    string Source,
    string Operation,
    string Message,
    string? ExceptionType,
    string? StackTrace,
    Guid? WorkspaceId,
    Guid? UserId);
