namespace Middeck.Knowledge.History;

/// <summary>The queries of one day.</summary>
internal sealed record QueryDay(DateOnly Day, long Queries, long Unanswered);
