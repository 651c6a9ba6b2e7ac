namespace Middeck.Operations.Catalogue;

/// <summary>How the log file of a process is kept small.</summary>
/// <param name="MaximumBytes">One that grew larger is put aside.</param>
/// <param name="Kept">So many old ones stay; 1 or more.</param>
public sealed record ServiceLog(long MaximumBytes = 20 * 1024 * 1024, int Kept = 4);
