using Microsoft.Extensions.DependencyInjection;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Documents;
using Middeck.Knowledge.Retrieval;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

public sealed class KnowledgeSearchTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task A_passage_comes_with_its_place_its_score_and_the_words_that_matched()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "规范.txt", "疏散走道的净宽度不应小于 1.1 m。\n\n灭火器应设置在明显位置。");

        var hit = (await SearchAsync("疏散走道净宽度是多少", kb.Id))[0];

        Assert.Equal((row.Id, "规范.txt", 1, "Standards"), (hit.DocumentId, hit.DocumentName, hit.Position, hit.KnowledgeBaseName));
        Assert.InRange(hit.Score, 0.3, 1);
        Assert.Equal("疏散走道", hit.Content.Substring(hit.Highlights[0].Start, hit.Highlights[0].Length)[..4]);
    }

    [Fact]
    public async Task A_question_about_something_else_scores_low()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free at all times.");

        var hits = await SearchAsync("quantum chromodynamics lattice simulations", kb.Id);

        Assert.All(hits, hit => Assert.InRange(hit.Score, 0, 0.2));
    }

    [Fact]
    public async Task What_one_node_completes_another_finds_a_second_later()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "The first text is about exits.");
        var other = AddNode();
        Assert.Single(await SearchAsync("exits", kb.Id, node: other));

        var second = await GivenCompletedAsync(kb.Id, "b.txt", "The second text is about exits too.");
        Assert.Equal(2, (await SearchAsync("exits", kb.Id)).Count);
        Clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Equal(2, (await SearchAsync("exits", kb.Id, node: other)).Count);

        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, second.Id, CancellationToken.None);
        Assert.Single(await SearchAsync("exits", kb.Id, node: other));
        Clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.Single(await SearchAsync("exits", kb.Id, node: other));
    }

    [Fact]
    public async Task A_node_that_missed_the_list_of_removals_starts_again_from_the_rows()
    {
        var kb = await GivenBaseAsync();
        var first = await GivenCompletedAsync(kb.Id, "a.txt", "The first text is about exits.");
        var second = await GivenCompletedAsync(kb.Id, "b.txt", "The second text is about exits too.");
        await GivenCompletedAsync(kb.Id, "c.txt", "The third text is about exits as well.");
        var other = AddNode();
        Assert.Equal(3, (await SearchAsync("exits", kb.Id, node: other)).Count);

        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, first.Id, CancellationToken.None);
        Clock.Advance(TimeSpan.FromDays(1));
        await Get<DocumentService>().DeleteAsync(Caller, kb.Id, second.Id, CancellationToken.None);

        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(await SearchAsync("exits", kb.Id, node: other));
        var row = await Get<KnowledgeBaseStore>().FindAsync(Caller.WorkspaceId, kb.Id, CancellationToken.None);
        var collection = await other.GetRequiredService<CollectionCache>().GetAsync(row!, CancellationToken.None);
        Assert.Equal(1, collection.Count);
    }

    [Fact]
    public async Task A_document_that_is_switched_off_is_not_found_until_it_is_on_again()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        var service = Get<DocumentService>();
        Assert.Single(await SearchAsync("exits", kb.Id));

        await service.UpdateAsync(Caller, kb.Id, row.Id, new UpdateDocument { Enabled = false }, CancellationToken.None);
        Assert.Empty(await SearchAsync("exits", kb.Id));

        await service.UpdateAsync(Caller, kb.Id, row.Id, new UpdateDocument { Enabled = true }, CancellationToken.None);
        Assert.Single(await SearchAsync("exits", kb.Id));
    }

    [Fact]
    public async Task A_chunk_that_is_switched_off_in_its_row_is_not_returned()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.\n\nExits must be lit.");
        Assert.Equal(2, (await SearchAsync("exits", kb.Id)).Count);

        await Database.ExecuteAsync(
            $"UPDATE knowledge.chunk SET enabled = false WHERE position = 1 AND base_id = {kb.Id}", CancellationToken.None);

        Assert.Equal("Exits must be lit.", Assert.Single(await SearchAsync("exits", kb.Id)).Content);
    }

    [Fact]
    public async Task Meaning_is_found_without_a_word_in_common()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Topics", EmbeddingModel = "test/topics" });
        await GivenCompletedAsync(kb.Id, "a.txt", "A hound sleeps.\n\nAn automobile drives.\n\nA storm comes.");

        Assert.Equal("An automobile drives.", (await SearchAsync("vehicle", kb.Id))[0].Content);
        Assert.Equal("A storm comes.", (await SearchAsync("weather", kb.Id, SearchMethod.SemanticSearch))[0].Content);
        Assert.Empty(await SearchAsync("weather", kb.Id, SearchMethod.FullTextSearch));
    }

    [Fact]
    public async Task With_the_builtin_embedding_the_words_lead()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(
            kb.Id, "a.txt", "Extinguishers hang beside doors.\n\nThe extinction of species.\n\nDoors open to the outside.");

        var words = await SearchAsync("extinguishers", kb.Id, SearchMethod.FullTextSearch);
        var both = await SearchAsync("extinguishers", kb.Id, SearchMethod.HybridSearch);

        Assert.Equal(words[0].ChunkId, both[0].ChunkId);
        Assert.True(both.Count > words.Count, "Behind the words come texts that share parts of them.");
        Assert.True(both[0].Score > 3 * both[1].Score, "What shares no word scores far lower.");
    }

    [Fact]
    public async Task Several_bases_are_searched_in_one_list()
    {
        var small = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Small" });
        var large = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Large" });
        await GivenCompletedAsync(small.Id, "a.txt", "The width of an escape route is at least 1.1 m.");
        await GivenCompletedAsync(
            large.Id, "b.txt", string.Join("\n\n", Enumerable.Range(1, 50).Select(number => $"Rule {number}: a route has a sign.")));

        var hits = await SearchAsync("width of an escape route", [small.Id, large.Id]);

        Assert.Equal("Small", hits[0].KnowledgeBaseName);
        Assert.Contains(hits, hit => hit.KnowledgeBaseName == "Large");
        Assert.Equal(hits.OrderByDescending(hit => hit.Score), hits);
    }

    [Fact]
    public async Task A_base_of_another_workspace_is_left_out()
    {
        var stranger = Caller with { WorkspaceId = Guid.CreateVersion7() };
        var mine = await GivenBaseAsync();
        var theirs = await GivenBaseAsync(caller: stranger);
        await GivenCompletedAsync(theirs.Id, "a.txt", "Exits of theirs.", stranger);
        await GivenCompletedAsync(mine.Id, "a.txt", "Exits of mine.");
        Assert.Single(await SearchAsync("exits", theirs.Id, caller: stranger));

        var hits = await SearchAsync("exits", [mine.Id, theirs.Id]);

        Assert.Equal("Exits of mine.", Assert.Single(hits).Content);
        Assert.Equal([mine.Id], (await Get<IKnowledgeSearch>().NamesAsync(
            Caller.WorkspaceId, [mine.Id, theirs.Id], CancellationToken.None)).Keys);
    }

    [Fact]
    public async Task A_rerank_model_decides_the_order()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase
        {
            Name = "Reranked",
            Retrieval = new RetrievalSettings { Rerank = true, RerankModel = "test/shortest" },
        });
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits, exits and more exits for all.\n\nAn exit.");

        Assert.Equal("An exit.", (await SearchAsync("exits", kb.Id))[0].Content);
    }

    [Fact]
    public async Task When_the_embedding_model_fails_the_words_still_answer()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        Models.BeforeBatch = static _ => throw new FaultException(
            new Fault(FaultKind.Upstream, "models.upstream_failed", "The model is away."));

        Assert.Single(await SearchAsync("exits", kb.Id));
        await Assert.ThrowsAsync<FaultException>(() => SearchAsync("exits", kb.Id, SearchMethod.SemanticSearch));
    }

    [Fact]
    public async Task Hits_are_counted_behind_the_search()
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.\n\nExits must be lit.");
        await SearchAsync("exits", kb.Id);
        await SearchAsync("lit", kb.Id);

        await Get<HitCounter>().WriteAsync(CancellationToken.None);

        Assert.True((await RowAsync(Document.From(row))).HitCount >= 3);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("？！…")]
    public async Task A_question_without_a_word_finds_nothing(string query)
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");

        Assert.Empty(await SearchAsync(query, kb.Id));
    }
}
