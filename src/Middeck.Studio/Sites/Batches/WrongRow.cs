namespace Middeck.Studio.Sites.Batches;

/// <summary>A line that cannot be asked.</summary>
/// <param name="Row">Counted from 1, with the line of the columns' names.</param>
/// <param name="Reason">Why.</param>
internal sealed record WrongRow(int Row, string Reason);
