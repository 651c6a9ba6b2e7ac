using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Tests.Backends.Servers;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval.Following;

public sealed class BackendFollowingTests(PostgresFixture postgres, QdrantServer qdrant, OpenSearchServer openSearch)
    : KnowledgeRoom(postgres), IClassFixture<QdrantServer>, IClassFixture<OpenSearchServer>
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["search:VectorBackend"] = "qdrant",
        ["search:Qdrant:Url"] = qdrant.Url,
        ["search:Qdrant:ApiKey"] = QdrantServer.ApiKey,
        ["search:TextBackend"] = "opensearch",
        ["search:Opensearch:Url"] = openSearch.Url,
        ["search:Opensearch:Username"] = OpenSearchServer.Username,
        ["search:Opensearch:Password"] = OpenSearchServer.Password,
    };

    [Fact]
    public async Task What_is_completed_is_found_in_the_back_ends_and_what_is_removed_is_not()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Topics", EmbeddingModel = "test/topics" });
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "A hound sleeps.\n\nAn automobile drives.");

        var byMeaning = await FindAsync("vehicle", kb.Id);
        Assert.Equal("An automobile drives.", byMeaning.Hits[0].Content);
        Assert.Equal(SearchIn.External, byMeaning.Explanation.Bases[0].SearchIn);
        Assert.Empty(byMeaning.Explanation.Notes);

        var second = await GivenCompletedAsync(kb.Id, "b.txt", "The storm sleeps too.");
        var byWords = await FindAsync("storm", kb.Id, request => request with { Method = SearchMethod.FullTextSearch });
        Assert.Equal(second.Id, Assert.Single(byWords.Hits).DocumentId);

        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, row.Id, CancellationToken.None);
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([second.Id], (await FindAsync("vehicle", kb.Id)).Hits.Select(hit => hit.DocumentId));
        Assert.Equal(SearchIn.External, (await Get<KnowledgeBaseService>().GetAsync(Caller, kb.Id, CancellationToken.None)).SearchIn);
    }

    [Fact]
    public async Task Parts_of_a_chunk_lead_to_it_from_a_back_end_too()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits are kept free. Doors open outwards.");
        var chunk = (await ChunkIdsAsync(row.Id))[0];
        var child = await GivenChildAsync(row, chunk, "child", "Doors open outwards.");

        var hit = Assert.Single((await FindAsync(
            "doors", kb.Id, request => request with { Method = SearchMethod.FullTextSearch })).Hits);

        Assert.Equal((chunk, child), (hit.ChunkId, Assert.Single(hit.ChildChunks).Id));
    }
}
