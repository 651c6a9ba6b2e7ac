namespace Middeck.Studio.Annotations.Transfer;

/// <summary>A row that was left out.</summary>
/// <param name="Row">Counted from 1, with the line of the columns' names.</param>
/// <param name="Reason">Why.</param>
internal sealed record ImportFault(int Row, string Reason);
