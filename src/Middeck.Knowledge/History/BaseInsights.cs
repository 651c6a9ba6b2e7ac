namespace Middeck.Knowledge.History;

/// <summary>The numbers of a base over the last days.</summary>
/// <param name="Days">How many days the numbers cover.</param>
/// <param name="Numbers">All queries together.</param>
/// <param name="PerDay">Day by day, in UTC.</param>
internal sealed record BaseInsights(int Days, QueryNumbers Numbers, IReadOnlyList<QueryDay> PerDay);
