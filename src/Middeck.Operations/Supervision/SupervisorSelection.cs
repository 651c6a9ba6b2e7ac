namespace Middeck.Operations.Supervision;

/// <summary>What a supervisor starts at first; what it finds running it takes over in any case.</summary>
/// <param name="Only">These and what they need; none: all that are enabled.</param>
/// <param name="Without">Not these.</param>
public sealed record SupervisorSelection(IReadOnlyList<string> Only, IReadOnlyList<string> Without)
{
    /// <summary>All that are enabled.</summary>
    public static SupervisorSelection All { get; } = new([], []);

    internal IEnumerable<string> Of(IReadOnlyList<string> enabled)
        => (Only.Count > 0 ? Only : enabled).Where(name => !Without.Contains(name));
}
