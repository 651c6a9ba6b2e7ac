using Middeck.Operations.Language;

namespace Middeck.Operations.Checks;

/// <summary>What came of a check.</summary>
/// <param name="Findings">What it found; empty when all is well.</param>
/// <param name="NotRun">Why it could not look; null when it could.</param>
public sealed record CheckOutcome(IReadOnlyList<Finding> Findings, Message? NotRun = null)
{
    /// <summary>It looked.</summary>
    public static CheckOutcome Of(IEnumerable<Finding> findings) => new([.. findings]);

    /// <summary>It could not look.</summary>
    public static CheckOutcome Skipped(Message reason) => new([], reason);
}
