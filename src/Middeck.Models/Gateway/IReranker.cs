namespace Middeck.Models.Gateway;

/// <summary>Orders passages by how well they answer a query.</summary>
public interface IReranker
{
    /// <summary>One score per passage, in the passages' order, higher is better, usually 0 to 1.</summary>
    Task<IReadOnlyList<float>> ScoreAsync(
        string query, IReadOnlyList<string> passages, CancellationToken cancellationToken);
}
