using Middeck.Jobs;

namespace Middeck.Studio.Sites.Batches;

/// <summary>A batch as its visitor sees it.</summary>
/// <param name="Id">The key.</param>
/// <param name="Name">The file's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Total">How many lines it has.</param>
/// <param name="Succeeded">How many have an answer.</param>
/// <param name="Failed">How many have none.</param>
/// <param name="Error">Why it ended early; null otherwise.</param>
/// <param name="CreatedAt">When it was started.</param>
/// <param name="FinishedAt">When it ended.</param>
internal sealed record SiteBatch(
    Guid Id,
    string Name,
    JobState State,
    int Total,
    int Succeeded,
    int Failed,
    string? Error,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt);
