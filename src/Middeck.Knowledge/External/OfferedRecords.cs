namespace Middeck.Knowledge.External;

/// <summary>The answer in Dify's format.</summary>
internal sealed record OfferedRecords(IReadOnlyList<OfferedRecord> Records);
