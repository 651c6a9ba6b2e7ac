namespace Middeck.Studio.Sites.Batches;

/// <summary>A line that has no end yet.</summary>
/// <param name="Position">From 1.</param>
/// <param name="Cells">In the order of the columns.</param>
/// <param name="Answer">What was answered before a crash kept it from being written here; null when it is to be asked.</param>
internal sealed record BatchLine(int Position, string[] Cells, string? Answer);
