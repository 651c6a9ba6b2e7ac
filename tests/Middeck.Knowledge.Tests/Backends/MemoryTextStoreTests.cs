using Middeck.Knowledge.Backends;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class MemoryTextStoreTests : TextStoreSuite, IDisposable
{
    private readonly BackendNode _node = new([]);

    internal override ITextStore Store => _node.Texts;

    public void Dispose() => _node.Dispose();
}
