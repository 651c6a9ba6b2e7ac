namespace Middeck.Knowledge.Documents;

/// <summary>What can be uploaded.</summary>
/// <param name="MaxBytes">Of one file.</param>
/// <param name="Extensions">Lower case, without the dot.</param>
/// <param name="InPartsFrom">Bytes from which a file should come in parts.</param>
/// <param name="MaxPartBytes">Of one part.</param>
internal sealed record UploadLimits(long MaxBytes, IReadOnlyList<string> Extensions, long InPartsFrom, int MaxPartBytes);
