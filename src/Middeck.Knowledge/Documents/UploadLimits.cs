namespace Middeck.Knowledge.Documents;

/// <summary>What can be uploaded.</summary>
/// <param name="MaxBytes">Of one file.</param>
/// <param name="Extensions">Lower case, without the dot.</param>
internal sealed record UploadLimits(long MaxBytes, IReadOnlyList<string> Extensions);
