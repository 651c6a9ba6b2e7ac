namespace Middeck.Studio.Annotations.Transfer;

/// <summary>What a file holds.</summary>
/// <param name="Entries">What can be written.</param>
/// <param name="Faults">The first 200 rows that are left out.</param>
/// <param name="FaultCount">How many are left out.</param>
internal sealed record ImportFile(
    IReadOnlyList<AnnotationText> Entries, IReadOnlyList<ImportFault> Faults, int FaultCount);
