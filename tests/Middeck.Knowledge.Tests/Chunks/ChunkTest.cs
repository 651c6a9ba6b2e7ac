using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunks;
using Middeck.Knowledge.Documents;
using Middeck.Storage.Sql;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Chunks;

/// <summary>A document of three chunks in a base whose model knows dogs, cars and rain.</summary>
public abstract class ChunkTest(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    internal ChunkService Service => Get<ChunkService>();

    internal async Task<DocumentRow> GivenThreeAsync(IndexingMethod indexing = IndexingMethod.HighQuality)
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase
        {
            Name = "Animals",
            Indexing = indexing,
            EmbeddingModel = indexing == IndexingMethod.HighQuality ? "test/topics" : null,
        });
        return await GivenCompletedAsync(kb.Id, $"{Guid.CreateVersion7()}.txt", "A hound barks.\n\nA vehicle drives.\n\nA storm comes.");
    }

    internal Task<List<Chunk>> ChunksAsync(DocumentRow document, ChunkFilter? filter = null)
        => Get<ChunkStore>().AfterAsync(
            document.WorkspaceId, document.Id, filter ?? ChunkFilter.None, 0, 100, CancellationToken.None);

    internal async Task<string[]> TextsAsync(DocumentRow document)
    {
        var chunks = await ChunksAsync(document);
        Assert.Equal(Enumerable.Range(1, chunks.Count), chunks.Select(chunk => chunk.Position));
        return [.. chunks.Select(chunk => chunk.Content)];
    }

    internal Task<Chunk> EditAsync(DocumentRow document, Guid id, EditChunk edit)
        => Service.EditAsync(Caller, document.BaseId, document.Id, id, edit, CancellationToken.None);

    internal Task<IReadOnlyList<Chunk>> AddAsync(DocumentRow document, string content, int? after = null)
        => Service.AddAsync(
            Caller,
            document.BaseId,
            document.Id,
            new AddChunks { Chunks = [new NewChunk { Content = content }], After = after },
            CancellationToken.None);

    internal Task<DocumentRow> ReadAsync(DocumentRow document) => RowAsync(Document.From(document));

    internal async Task<string[]> FoundAsync(DocumentRow document, string query, SearchMethod method)
        => [.. (await SearchAsync(query, document.BaseId, method)).Select(hit => hit.Content)];

    internal Task<long> VectorsAsync(Guid itemId)
        => Database.ScalarAsync<long>(
            $"SELECT count(*) FROM knowledge.embedding WHERE item_id = {itemId}", CancellationToken.None);

    internal static async Task<Fault> RefusalAsync(Func<Task> act)
        => (await Assert.ThrowsAsync<FaultException>(act)).Fault;
}
