namespace Middeck.Studio.Tools.Builtin.Charts;

/// <summary>A row of numbers.</summary>
/// <param name="Name">Empty when there is only one.</param>
/// <param name="Values">One for each label.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<double> Values);
