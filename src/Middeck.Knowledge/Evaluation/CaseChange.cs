namespace Middeck.Knowledge.Evaluation;

/// <summary>A case whose best passage moved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Query">Its question.</param>
/// <param name="Before">The rank it had, from 1; null when it was not found.</param>
/// <param name="After">The rank it has.</param>
internal sealed record CaseChange(Guid CaseId, string Query, int? Before, int? After);
