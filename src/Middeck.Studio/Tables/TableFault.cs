namespace Middeck.Studio.Tables;

/// <summary>A row of a table that cannot be taken in.</summary>
/// <param name="Row">Counted from 1, with the line of the columns' names.</param>
/// <param name="Reason">Why.</param>
internal sealed record TableFault(int Row, string Reason);
