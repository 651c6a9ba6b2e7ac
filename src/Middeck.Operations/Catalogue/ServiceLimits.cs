namespace Middeck.Operations.Catalogue;

/// <summary>What a process and its children may use; null: as much as there is.</summary>
/// <param name="MemoryBytes">Memory in bytes.</param>
/// <param name="Cpus">Processors, such as 1.5.</param>
/// <param name="OpenFiles">File descriptors.</param>
public sealed record ServiceLimits(long? MemoryBytes = null, double? Cpus = null, int? OpenFiles = null);
