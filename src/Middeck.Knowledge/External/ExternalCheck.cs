namespace Middeck.Knowledge.External;

/// <summary>What became of a check.</summary>
/// <param name="Ok">Whether it answers and takes the key.</param>
/// <param name="Code">The fault's code; null when it is well.</param>
/// <param name="Detail">What is wrong and what to do; null when it is well.</param>
/// <param name="RecordCount">How many passages came; null when no knowledge was named.</param>
/// <param name="Milliseconds">How long the call took.</param>
internal sealed record ExternalCheck(bool Ok, string? Code, string? Detail, int? RecordCount, double Milliseconds);
