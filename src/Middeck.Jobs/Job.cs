namespace Middeck.Jobs;

/// <summary>A job as others see it.</summary>
/// <param name="Id">The key.</param>
/// <param name="WorkspaceId">Whose work it is.</param>
/// <param name="Kind">The handler's name.</param>
/// <param name="Subject">The object it works on.</param>
/// <param name="Title">What people see.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Progress">0 to 1.</param>
/// <param name="Fact">The last counted fact, such as <c>indexing 248/400</c>.</param>
/// <param name="Attempt">1 for the first.</param>
/// <param name="MaxAttempts">After how many it is given up.</param>
/// <param name="Error">One sentence; null unless it failed.</param>
/// <param name="TraceId">The trace of the last attempt, as in the error log.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When the last attempt began.</param>
/// <param name="FinishedAt">When it ended.</param>
public sealed record Job(
    Guid Id,
    Guid WorkspaceId,
    string Kind,
    Guid Subject,
    string Title,
    JobState State,
    double Progress,
    string? Fact,
    int Attempt,
    int MaxAttempts,
    string? Error,
    string? TraceId,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt);
