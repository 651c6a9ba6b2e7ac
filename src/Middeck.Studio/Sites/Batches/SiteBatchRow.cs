namespace Middeck.Studio.Sites.Batches;

/// <summary>A line of a batch.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Cells">As they were given, in the order of the columns.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Answer">The answer, or its beginning in a listing.</param>
/// <param name="Error">Why there is none.</param>
internal sealed record SiteBatchRow(int Position, string[] Cells, BatchRowState State, string? Answer, string? Error);
