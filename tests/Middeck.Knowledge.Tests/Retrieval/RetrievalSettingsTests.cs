using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Retrieval;
using Middeck.Testing;

namespace Middeck.Knowledge.Tests.Retrieval;

public sealed class RetrievalSettingsTests(PostgresFixture postgres) : KnowledgeRoom(postgres)
{
    [Fact]
    public async Task Weights_decide_between_words_and_meaning()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase { Name = "Topics", EmbeddingModel = "test/topics" });
        await GivenCompletedAsync(kb.Id, "a.txt", "The vehicle register is kept.\n\nAn automobile drives past a car.\n\nRules of vehicle.");

        var byMeaning = await WeightedAsync(kb.Id, "weather of the register", new HybridWeights { WeightType = WeightType.SemanticFirst });
        var byWords = await WeightedAsync(kb.Id, "register", new HybridWeights { VectorWeight = 0, KeywordWeight = 1 });

        Assert.Equal(RerankingMode.WeightedScore, byMeaning.Explanation.RerankingMode);
        Assert.Equal("The vehicle register is kept.", byWords.Hits[0].Content);
        Assert.Equal(byWords.Hits.OrderByDescending(hit => hit.Score), byWords.Hits);
        Assert.All(byWords.Hits.Skip(1), hit => Assert.Equal(0, hit.Score));
    }

    [Fact]
    public async Task A_threshold_of_the_base_can_be_switched_off_for_a_request()
    {
        var kb = await GivenBaseAsync(new CreateKnowledgeBase
        {
            Name = "Strict",
            Retrieval = new RetrievalSettings { ScoreThreshold = 0.99 },
        });
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free at all times of the day.");

        Assert.Empty((await FindAsync("exits of trains", kb.Id)).Hits);
        Assert.Single((await FindAsync("exits of trains", kb.Id, request => request with { ScoreThreshold = 0 })).Hits);
    }

    [Fact]
    public async Task What_the_threshold_left_out_is_told_beside_the_hits_of_a_search_that_explains_itself()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free at all times.\n\nExits of trains.\n\nStairs need a rail.");
        var all = (await FindAsync("exits of trains", kb.Id, request => request with { ScoreThreshold = 0 })).Hits;

        var strict = await FindAsync("exits of trains", kb.Id, request => request with { ScoreThreshold = all[0].Score - 0.01 });
        var plain = await FindAsync(
            "exits of trains", kb.Id, request => request with { ScoreThreshold = all[0].Score - 0.01, Explain = false });

        Assert.Equal("Exits of trains.", Assert.Single(strict.Hits).Content);
        Assert.Equal(all.Skip(1).Select(hit => hit.ChunkId), strict.BelowThreshold.Select(hit => hit.ChunkId));
        Assert.NotEmpty(strict.BelowThreshold);
        Assert.Single(plain.Hits);
        Assert.Empty(plain.BelowThreshold);
    }

    [Fact]
    public async Task Neighbours_come_along_without_what_they_repeat()
    {
        var (kb, row) = await GivenChunksAsync(
            "Alpha begins the text here.", "text here. Beta goes on after it.", "Gamma ends.", "Delta stands far away.");

        var hit = (await FindAsync("beta", kb, request => request with { Neighbours = 1, TopK = 1 })).Hits[0];

        Assert.Equal("Alpha begins the text here. Beta goes on after it.\nGamma ends.", hit.Content);
        Assert.Equal([1, 2, 3], hit.JoinedChunks.Select(chunk => chunk.Position));
        Assert.Equal([false, true, false], hit.JoinedChunks.Select(chunk => chunk.IsHit));
        Assert.Equal((await ChunkIdsAsync(row))[1], hit.ChunkId);
        Assert.Equal("Beta", hit.Content.Substring(hit.Highlights[0].Start, hit.Highlights[0].Length));
    }

    [Fact]
    public async Task Hits_that_stand_side_by_side_become_one()
    {
        var (kb, _) = await GivenChunksAsync("Exits one.", "Exits two.", "Nothing here.", "Far off.", "Nothing there.", "Exits six.");

        var hits = (await FindAsync("exits", kb, request => request with
        {
            Neighbours = 1,
            Method = SearchMethod.FullTextSearch,
        })).Hits;

        Assert.Equal(["Exits one.\nExits two.\nNothing here.", "Nothing there.\nExits six."], hits.Select(hit => hit.Content).Order());
    }

    [Fact]
    public async Task The_same_text_in_two_documents_is_shown_once()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.\n\nOne.");
        await GivenCompletedAsync(kb.Id, "b.txt", "Exits must be kept  free.\n\nTwo.");

        Assert.Single(await SearchAsync("exits free", kb.Id, SearchMethod.FullTextSearch));
    }

    [Fact]
    public void Long_texts_that_differ_in_a_word_are_the_same_and_short_ones_are_not()
    {
        var words = Enumerable.Range(0, 100).Select(number => $"word{number}").ToArray();
        var duplicates = new Duplicates();

        Assert.True(duplicates.IsNew(string.Join(' ', words)));
        Assert.False(duplicates.IsNew(string.Join(' ', words.Skip(1))));
        Assert.True(duplicates.IsNew(string.Join(' ', words.Skip(20))));
        Assert.True(duplicates.IsNew("Rule 1: keep exits free."));
        Assert.True(duplicates.IsNew("Rule 2: keep exits free."));
    }

    [Fact]
    public async Task A_search_says_what_it_did_and_where_each_passage_stood()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.\n\nExits must be lit.");

        var result = await FindAsync("exits lit", kb.Id);

        var places = result.Hits[0].Explanation!.Places;
        Assert.Equal(["words", "meaning", "fused", "result"], places.Select(place => place.List));
        Assert.All(places, place => Assert.Equal(1, place.Rank));
        Assert.Equal(["exits lit"], result.Explanation.Queries);
        Assert.Equal((kb.Id, SearchIn.Memory), (result.Explanation.Bases[0].Id, result.Explanation.Bases[0].SearchIn));
        Assert.Equal(["open", "embed", "find", "read", "rank"], result.Explanation.Timings.Select(timing => timing.Stage));
        Assert.Empty(result.Explanation.Notes);
    }

    [Fact]
    public async Task Reranking_shows_the_place_before_and_after()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits, exits and more exits for all.\n\nAn exit.");

        var hit = (await FindAsync("exits", kb.Id, request => request with
        {
            RerankingMode = RerankingMode.RerankingModel,
            RerankModel = "test/shortest",
        })).Hits[0];

        Assert.Equal("An exit.", hit.Content);
        Assert.Equal(2, hit.Explanation!.Places.Single(place => place.List == "fused").Rank);
        Assert.Equal(1, hit.Explanation.Places.Single(place => place.List == "reranked").Rank);
    }

    [Fact]
    public async Task Without_a_rerank_model_the_search_says_so_and_answers()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "An exit.");

        var result = await FindAsync("exit", kb.Id, request => request with { Rerank = true });

        Assert.Single(result.Hits);
        Assert.Contains("no rerank model", Assert.Single(result.Explanation.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_embedding_model_fails_the_search_says_that_it_used_words_only()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        Models.BeforeBatch = static _ => throw new FaultException(
            new Fault(FaultKind.Upstream, "models.upstream_failed", "The model is away."));

        Assert.Contains("words only", Assert.Single((await FindAsync("exits", kb.Id)).Explanation.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_is_put_into_words_that_stand_alone()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Fire doors close by themselves.\n\nWindows open.");
        Models.Answer = static input => input.Contains("User: Tell me about fire doors.", StringComparison.Ordinal)
            && input.EndsWith("Question: do they close?", StringComparison.Ordinal)
                ? "```json\n{\"queries\": [\"Do fire doors close?\"]}\n```"
                : "?";

        var result = await FindAsync("do they close?", kb.Id, request => request with
        {
            Rewriting = new QueryRewriting(),
            Conversation = [new ConversationTurn { Content = "Tell me about fire doors." }],
        });

        Assert.Equal(["Do fire doors close?"], result.Explanation.Queries);
        Assert.Equal("Fire doors close by themselves.", result.Hits[0].Content);
    }

    [Fact]
    public async Task Several_ways_to_ask_find_more_than_one()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Egress routes are 1.1 m wide.\n\nParking is free.");
        Models.Answer = static _ => """{"queries": ["width of egress routes", "how broad", "exit size"]}""";

        var result = await FindAsync("corridor breadth", kb.Id, request => request with
        {
            Method = SearchMethod.FullTextSearch,
            Rewriting = new QueryRewriting { Mode = RewritingMode.MultiQuery },
        });

        Assert.Equal(["corridor breadth", "width of egress routes", "how broad", "exit size"], result.Explanation.Queries);
        Assert.Equal("Egress routes are 1.1 m wide.", Assert.Single(result.Hits).Content);
        Assert.Equal("width of egress routes", result.Hits[0].Explanation!.Places[0].Query);
    }

    [Theory]
    [InlineData("I found nothing.", "JSON")]
    [InlineData("{\"queries\": []}", "no question")]
    public async Task A_model_that_does_not_rewrite_leaves_the_question_as_it_is(string answer, string reason)
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        Models.Answer = _ => answer;

        var result = await FindAsync("exits", kb.Id, request => request with { Rewriting = new QueryRewriting() });

        Assert.Single(result.Hits);
        Assert.Equal(["exits"], result.Explanation.Queries);
        Assert.Contains(reason, Assert.Single(result.Explanation.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_leaves_its_time_on_the_base_once_a_minute()
    {
        var kb = await GivenBaseAsync();
        await GivenCompletedAsync(kb.Id, "a.txt", "Exits must be kept free.");
        var first = Clock.GetUtcNow();
        await SearchAsync("exits", kb.Id);
        await Get<HitCounter>().WriteAsync(CancellationToken.None);

        Clock.Advance(TimeSpan.FromSeconds(30));
        await SearchAsync("exits", kb.Id);
        await Get<HitCounter>().WriteAsync(CancellationToken.None);

        var found = await Get<KnowledgeBaseService>().GetAsync(Caller, kb.Id, CancellationToken.None);
        Assert.Equal(first, found.LastSearchedAt!.Value, TimeSpan.FromMilliseconds(1));
    }

    private Task<SearchResult> WeightedAsync(Guid kb, string query, HybridWeights weights)
        => FindAsync(query, kb, request => request with { RerankingMode = RerankingMode.WeightedScore, Weights = weights });

    private async Task<(Guid Base, Guid Document)> GivenChunksAsync(params string[] contents)
    {
        var kb = await GivenBaseAsync();
        var row = await GivenCompletedAsync(kb.Id, "a.txt", string.Join("\n\n", contents.Select((_, index) => $"Chunk {index}.")));
        for (var index = 0; index < contents.Length; index++)
        {
            await Database.ExecuteAsync(
                $"""
                UPDATE knowledge.chunk SET content = {contents[index]} WHERE document_id = {row.Id} AND position = {index + 1}
                """,
                CancellationToken.None);
        }

        await TouchAsync(row);
        return (kb.Id, row.Id);
    }
}
