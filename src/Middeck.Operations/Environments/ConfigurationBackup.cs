namespace Middeck.Operations.Environments;

/// <summary>A dated copy of the configuration.</summary>
/// <param name="Name">Its time, such as <c>20261122T031500.123Z</c>; names sort as the times do.</param>
/// <param name="At">When it was made.</param>
/// <param name="Folder">Where its files lie.</param>
public sealed record ConfigurationBackup(string Name, DateTimeOffset At, string Folder);
