namespace Middeck.Studio.Annotations.Transfer;

/// <summary>What an import would do.</summary>
/// <param name="Total">How many rows would be written.</param>
/// <param name="FaultCount">How many would be left out.</param>
/// <param name="Faults">The first 200 of those.</param>
internal sealed record CheckedImport(int Total, int FaultCount, IReadOnlyList<ImportFault> Faults);
