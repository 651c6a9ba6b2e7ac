using Middeck.Core.Errors;
using Middeck.Knowledge.Backends;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Backends;

public sealed class PgVectorStoreTests : VectorStoreSuite, IClassFixture<PgliteFixture>, IClassFixture<PostgresFixture>, IDisposable
{
    private readonly PostgresFixture _postgres;
    private readonly BackendNode _node;

    public PgVectorStoreTests(PgliteFixture pglite, PostgresFixture postgres)
    {
        _postgres = postgres;
        _node = new BackendNode(new()
        {
            ["search:VectorBackend"] = "pgvector",
            ["search:Pgvector:Connection"] = pglite.ConnectionString,
        });
    }

    internal override IVectorStore Store => _node.Vectors;

    public void Dispose() => _node.Dispose();

    [Theory]
    [InlineData(2000)]
    [InlineData(3072)]
    [InlineData(4096)]
    public async Task Vectors_of_any_length_are_found_with_or_without_a_graph(int dimensions)
    {
        var collection = new VectorCollection(Guid.CreateVersion7(), "long", dimensions);
        var entries = Enumerable.Range(0, 20)
            .Select(i => new VectorEntry(Guid.CreateVersion7(), Guid.CreateVersion7(), OneAt(i, dimensions)))
            .ToList();
        await Store.EnsureAsync(collection, default);
        await Store.UpsertAsync(collection, entries, default);

        var everywhere = await Store.SearchAsync(collection, entries[7].Vector, 1, null, default);
        var inOne = await Store.SearchAsync(collection, entries[7].Vector, 5, [entries[8].DocumentId], default);

        Assert.Equal(entries[7].Id, Assert.Single(everywhere).Id);
        Assert.Equal(entries[8].Id, Assert.Single(inOne).Id);
    }

    [Fact]
    public async Task A_server_without_the_extension_is_named_with_the_remedy()
    {
        using var node = new BackendNode(new() { ["search:VectorBackend"] = "pgvector" }, database: _postgres.Source);

        var refusal = await Assert.ThrowsAsync<FaultException>(() => node.Vectors.EnsureAsync(NewCollection(), default));

        Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
        Assert.Equal(FaultKind.Unavailable, refusal.Fault.Kind);
        Assert.Contains("does not have the extension pgvector", refusal.Fault.Detail, StringComparison.Ordinal);
        Assert.Empty(await node.Vectors.SearchAsync(NewCollection(), Vector(1, 0, 0, 0), 5, null, default));
        await node.Vectors.DropAsync(Guid.CreateVersion7(), default);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_fault_without_its_password()
    {
        using var node = new BackendNode(new()
        {
            ["search:VectorBackend"] = "pgvector",
            ["search:Pgvector:Connection"] = "postgres://me:very-secret@127.0.0.1:1/x",
        });

        var refusal = await Assert.ThrowsAsync<FaultException>(
            () => node.Vectors.SearchAsync(NewCollection(), Vector(1, 0, 0, 0), 5, null, default));

        Assert.Equal("knowledge.backend_failed", refusal.Fault.Code);
        Assert.Equal(FaultKind.Unavailable, refusal.Fault.Kind);
        Assert.Contains("search.pgvector.connection", refusal.Fault.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static float[] OneAt(int position, int dimensions)
    {
        var vector = new float[dimensions];
        vector[position] = 1;
        return vector;
    }
}
