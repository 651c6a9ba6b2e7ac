namespace Middeck.Knowledge.Tests.Ingestion;

[CollectionDefinition(nameof(BoundedMemory), DisableParallelization = true)]
public sealed class BoundedMemory;
