namespace Middeck.Studio.Dify;

/// <summary>What an entry of the log says of its run.</summary>
internal sealed record DifyLoggedRun(
    Guid Id,
    string? Version,
    string Status,
    string? Error,
    double ElapsedTime,
    long TotalTokens,
    int TotalSteps,
    long CreatedAt,
    long? FinishedAt,
    int ExceptionsCount);
