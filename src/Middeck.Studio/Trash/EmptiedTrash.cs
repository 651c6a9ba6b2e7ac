namespace Middeck.Studio.Trash;

/// <summary>What became of emptying the trash.</summary>
/// <param name="Deleted">How many apps were deleted for good.</param>
internal sealed record EmptiedTrash(int Deleted);
