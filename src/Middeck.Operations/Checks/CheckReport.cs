namespace Middeck.Operations.Checks;

/// <summary>One check and what came of it.</summary>
/// <param name="Check">The check.</param>
/// <param name="Outcome">What it found, or why it could not look.</param>
public sealed record CheckReport(ICheck Check, CheckOutcome Outcome);
