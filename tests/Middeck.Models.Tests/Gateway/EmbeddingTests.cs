using Middeck.Core.Errors;
using Middeck.Models.Gateway;
using Middeck.Models.Usage;
using Middeck.Search.Embedding;
using Middeck.Testing;

namespace Middeck.Models.Tests.Gateway;

public sealed class EmbeddingTests(PostgresFixture postgres) : ModelsTest(postgres)
{
    [Fact]
    public async Task Many_texts_go_in_batches_and_come_back_in_their_order_as_one_call()
    {
        await GivenProviderAsync();
        var model = await Gateway.EmbeddingsAsync(Call, "mock/embed-small", CancellationToken.None);
        string[] texts = [.. Enumerable.Range(0, 150).Select(i => $"text {i}")];

        var vectors = await model.Generator.GenerateAsync(texts);

        Assert.Equal([22, 64, 64], Upstream.Requests.Select(request => request.Body.GetProperty("input").GetArrayLength()).Order());
        var alone = await model.Generator.GenerateAsync([texts[77]]);
        Assert.Equal(alone[0].Vector.ToArray(), vectors[77].Vector.ToArray());
        Assert.Equal(("mock/embed-small", false), (model.Key, model.IsBuiltin));
        var call = (await CallsAsync())[^1];
        Assert.Equal((ModelType.Embedding, 150L * 8, false), (call.Type, call.InputTokens, call.Estimated));
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("nonsense-html")]
    public async Task An_answer_without_a_vector_for_each_text_is_malformed(string name)
    {
        await GivenProviderAsync();
        var model = await Gateway.EmbeddingsAsync(Call, $"mock/{name}", CancellationToken.None);

        var refused = await Assert.ThrowsAsync<FaultException>(() => model.Generator.GenerateAsync(["text"]));

        Assert.Equal("models.upstream_malformed", refused.Fault.Code);
        Assert.Equal(UsageStatus.Failed, (await TheCallAsync()).Status);
    }

    [Fact]
    public async Task The_builtin_one_needs_no_provider_and_carries_its_version()
    {
        var model = await Gateway.EmbeddingsAsync(Call, null, CancellationToken.None);

        var vectors = await model.Generator.GenerateAsync(["员工每年享有15天年假。"]);

        Assert.Equal(($"builtin/lexical-embedding@{LexicalEmbedding.Version}", true), (model.Key, model.IsBuiltin));
        Assert.Equal(LexicalEmbedding.Embed("员工每年享有15天年假。"), vectors[0].Vector.ToArray());
        Assert.True((await TheCallAsync()).Estimated);
        Assert.True((await Gateway.EmbeddingsAsync(Call, model.Key, CancellationToken.None)).IsBuiltin);
    }

    [Fact]
    public async Task A_reranker_scores_the_passages_in_their_order()
    {
        await GivenProviderAsync();
        var reranker = await Gateway.RerankAsync(Call, "mock/rerank-small", CancellationToken.None);

        var scores = await reranker!.ScoreAsync("年假", ["加班", "年假", "年终"], CancellationToken.None);

        Assert.Equal([0f, 1f, 0.5f], scores);
        Assert.Equal(ModelType.Rerank, (await TheCallAsync()).Type);
    }

    [Fact]
    public async Task The_builtin_reranker_is_the_last_resort()
    {
        var reranker = await Gateway.RerankAsync(Call, null, CancellationToken.None);

        var scores = await reranker!.ScoreAsync("annual leave", ["overtime pay", "annual leave"], CancellationToken.None);

        Assert.True(scores[1] > scores[0]);
    }
}
