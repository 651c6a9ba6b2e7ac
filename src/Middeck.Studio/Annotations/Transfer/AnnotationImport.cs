using Middeck.Jobs;

namespace Middeck.Studio.Annotations.Transfer;

/// <summary>An import as others see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Total">How many rows are written when it is done.</param>
/// <param name="Written">How many are.</param>
/// <param name="Faults">The first 200 rows that were left out.</param>
/// <param name="Error">Why it failed; null when it did not.</param>
/// <param name="JobId">The job that writes.</param>
/// <param name="CreatedAt">When it began.</param>
internal sealed record AnnotationImport(
    Guid Id,
    JobState State,
    int Total,
    int Written,
    IReadOnlyList<ImportFault> Faults,
    string? Error,
    Guid? JobId,
    DateTimeOffset CreatedAt);
