using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Tests.Backends.Servers;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class WeaviateStoreTests(WeaviateServer server) : VectorStoreSuite, IClassFixture<WeaviateServer>, IDisposable
{
    private readonly BackendNode _node = new(new()
    {
        ["search:VectorBackend"] = "weaviate",
        ["search:Weaviate:Url"] = server.Url + "/",
        ["search:Weaviate:ApiKey"] = WeaviateServer.ApiKey,
    });

    internal override IVectorStore Store => _node.Vectors;

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_document_with_more_chunks_than_one_delete_takes_out_is_removed_whole()
    {
        var collection = NewCollection();
        var document = Guid.CreateVersion7();
        var entries = Enumerable.Range(0, 120)
            .Select(i => new VectorEntry(Guid.CreateVersion7(), document, Vector(1, i, 0, 0)))
            .ToList();
        await Store.EnsureAsync(collection, default);
        await Store.UpsertAsync(collection, entries, default);
        server.QueryMaximumResults = 50;

        await Store.RemoveDocumentAsync(collection, document, default);

        Assert.Empty(await Store.SearchAsync(collection, Vector(1, 0, 0, 0), 50, null, default));
        server.QueryMaximumResults = 10_000;
    }
}
