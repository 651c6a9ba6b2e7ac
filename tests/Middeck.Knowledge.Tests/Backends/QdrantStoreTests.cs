using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Tests.Backends.Servers;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class QdrantStoreTests(QdrantServer server) : VectorStoreSuite, IClassFixture<QdrantServer>, IDisposable
{
    private readonly BackendNode _node = new(new()
    {
        ["search:VectorBackend"] = "qdrant",
        ["search:Qdrant:Url"] = server.Url,
        ["search:Qdrant:ApiKey"] = QdrantServer.ApiKey,
    });

    internal override IVectorStore Store => _node.Vectors;

    public void Dispose() => _node.Dispose();
}
