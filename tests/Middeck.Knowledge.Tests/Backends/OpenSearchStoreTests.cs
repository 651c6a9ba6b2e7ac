using Middeck.Core.Errors;
using Middeck.Knowledge.Backends;
using Middeck.Knowledge.Tests.Backends.Servers;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class OpenSearchStoreTests(OpenSearchServer server) : TextStoreSuite, IClassFixture<OpenSearchServer>, IDisposable
{
    private readonly BackendNode _node = new(new()
    {
        ["search:TextBackend"] = "opensearch",
        ["search:Opensearch:Url"] = server.Url,
        ["search:Opensearch:Username"] = OpenSearchServer.Username,
        ["search:Opensearch:Password"] = OpenSearchServer.Password,
    });

    internal override ITextStore Store => _node.Texts;

    public void Dispose() => _node.Dispose();

    [Fact]
    public async Task A_deletion_that_meets_a_write_is_tried_again_and_given_up_after_three_times()
    {
        var kb = Guid.CreateVersion7();
        var chunk = new TextEntry(Guid.CreateVersion7(), Guid.CreateVersion7(), "word");
        await Store.EnsureAsync(kb, default);
        await Store.UpsertAsync(kb, [chunk], default);

        server.Conflicts = 3;
        var refusal = await Assert.ThrowsAsync<FaultException>(() => Store.RemoveAsync(kb, [chunk.Id], default));
        server.Conflicts = 2;
        await Store.RemoveDocumentAsync(kb, chunk.DocumentId, default);

        Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
        Assert.Empty(await Store.SearchAsync(kb, "word", 5, null, default));
    }
}
