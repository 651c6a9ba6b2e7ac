namespace Middeck.Operations.Upgrade;

/// <summary>What an upgrade or a rollback did.</summary>
/// <param name="From">The version before.</param>
/// <param name="To">The version that runs now.</param>
/// <param name="Backup">The backup of the data before; null when it was kept as it is.</param>
/// <param name="Changed">False when the version ran already.</param>
public sealed record UpgradeOutcome(string From, string To, string? Backup, bool Changed);
