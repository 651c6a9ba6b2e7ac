namespace Middeck.Knowledge.Evaluation;

/// <summary>What one case came to.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Query">Its question at the time.</param>
/// <param name="Ranks">The rank of each expected passage in their order, from 1; null where it was not among the first ten.</param>
/// <param name="ReciprocalRank">1 over the best rank; 0 when none was found.</param>
/// <param name="Ndcg">Normalised discounted cumulative gain over the first ten, 0 to 1.</param>
/// <param name="Milliseconds">How long the search took.</param>
internal sealed record CaseResult(
    Guid CaseId, string Query, IReadOnlyList<int?> Ranks, double ReciprocalRank, double Ndcg, double Milliseconds)
{
    /// <summary>The rank of the best expected passage.</summary>
    public int? BestRank => Ranks.Min();
}
