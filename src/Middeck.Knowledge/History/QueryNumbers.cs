namespace Middeck.Knowledge.History;

/// <summary>How a base is used.</summary>
/// <param name="Queries">How often it was asked.</param>
/// <param name="Hits">Passages that it returned.</param>
/// <param name="Unanswered">Queries that found nothing.</param>
/// <param name="P95Milliseconds">95 of 100 searches took no longer.</param>
internal sealed record QueryNumbers(long Queries, long Hits, long Unanswered, double P95Milliseconds);
