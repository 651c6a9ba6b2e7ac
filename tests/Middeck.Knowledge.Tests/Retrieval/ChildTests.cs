using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

public sealed class ChildTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task A_chunk_with_parts_is_found_through_them_and_shown_as_a_whole()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits are kept free. Doors open outwards.\n\nExtinguishers hang low.");
        var parent = (await ChunkIdsAsync(row.Id))[0];
        await GivenChildAsync(row, parent, "child", "Exits are kept free.");
        var second = await GivenChildAsync(row, parent, "child", "Doors open outwards.", 2);

        var hit = (await FindAsync("doors open", kb.Id)).Hits[0];

        Assert.Equal(parent, hit.ChunkId);
        Assert.Equal("Exits are kept free. Doors open outwards.", hit.Content);
        Assert.Equal((second, 2, "Doors open outwards."), (hit.ChildChunks[0].Id, hit.ChildChunks[0].Position, hit.ChildChunks[0].Content));
        Assert.Equal(hit.Score, hit.ChildChunks[0].Score);
        Assert.Equal("child", hit.Explanation!.MatchedBy);
    }

    [Fact]
    public async Task Words_of_the_chunk_that_no_part_holds_do_not_find_it()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits are kept free. Doors open outwards.");
        await GivenChildAsync(row, (await ChunkIdsAsync(row.Id))[0], "child", "Exits are kept free.");

        Assert.Empty(await SearchAsync("outwards", kb.Id, SearchMethod.FullTextSearch));
    }

    [Theory]
    [InlineData("question")]
    [InlineData("summary")]
    public async Task A_question_or_a_summary_is_one_more_way_to_its_chunk(string kind)
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Keep a width of 1.1 m.\n\nSomething else entirely.");
        var chunk = (await ChunkIdsAsync(row.Id))[0];
        await GivenChildAsync(row, chunk, kind, "How broad must corridors be?");

        var byChild = (await FindAsync("broad corridors", kb.Id)).Hits[0];
        var byContent = (await FindAsync("width of 1.1 m", kb.Id)).Hits[0];

        Assert.Equal((chunk, "Keep a width of 1.1 m.", kind), (byChild.ChunkId, byChild.Content, byChild.Explanation!.MatchedBy));
        Assert.Empty(byChild.ChildChunks);
        Assert.Equal((chunk, "chunk"), (byContent.ChunkId, byContent.Explanation!.MatchedBy));
    }

    [Fact]
    public async Task Heading_context_and_keywords_find_a_chunk_and_are_not_shown()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "At least 1.1 m.");
        string[] keywords = ["corridor"];
        await Database.ExecuteAsync(
            $"""
            UPDATE knowledge.chunk SET heading = 'Chapter 3 › Escape', context = 'On buildings with many floors.', keywords = {keywords}
            WHERE document_id = {row.Id}
            """,
            CancellationToken.None);
        await TouchAsync(row);

        foreach (var query in new[] { "escape", "many floors", "corridor" })
        {
            var hit = Assert.Single(await SearchAsync(query, kb.Id, SearchMethod.FullTextSearch));
            Assert.Equal(("At least 1.1 m.", "Chapter 3 › Escape"), (hit.Content, hit.Heading));
        }
    }

    [Fact]
    public async Task A_question_is_found_and_comes_with_its_answer()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Who signs the report?");
        await Database.ExecuteAsync(
            $"UPDATE knowledge.chunk SET answer = 'The inspector.' WHERE document_id = {row.Id}", CancellationToken.None);
        await TouchAsync(row);

        Assert.Equal("The inspector.", Assert.Single(await SearchAsync("who signs", kb.Id, SearchMethod.FullTextSearch)).Answer);
        Assert.Empty(await SearchAsync("inspector", kb.Id, SearchMethod.FullTextSearch));
    }
}
