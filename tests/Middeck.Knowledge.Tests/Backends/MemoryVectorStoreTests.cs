using Middeck.Knowledge.Backends;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class MemoryVectorStoreTests : VectorStoreSuite, IDisposable
{
    private readonly BackendNode _node = new([]);

    internal override IVectorStore Store => _node.Vectors;

    public void Dispose() => _node.Dispose();
}
