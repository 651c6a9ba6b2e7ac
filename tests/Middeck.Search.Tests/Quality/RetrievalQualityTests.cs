using Middeck.Search.Embedding;
using Middeck.Search.Fusion;
using Middeck.Search.Lexical;
using Middeck.Search.Reranking;
using Middeck.Search.Vectors;

namespace Middeck.Search.Tests.Quality;

public sealed class RetrievalQualityTests
{
    private readonly Bm25Index _texts = new();
    private readonly ExactVectorIndex _vectors = new(LexicalEmbedding.Dimensions);

    [Theory]
    [InlineData("zh", 0.95)]
    [InlineData("en", 0.95)]
    public void Bm25_finds_the_answer(string language, double floor)
    {
        var set = Load(language);

        Assert.InRange(set.MeanReciprocalRank(query => _texts.Search(query, 10)), floor, 1);
    }

    [Theory]
    [InlineData("zh", 0.8)]
    [InlineData("en", 0.8)]
    public void The_builtin_embedding_finds_most_answers_alone(string language, double floor)
    {
        var set = Load(language);

        Assert.InRange(set.MeanReciprocalRank(Near), floor, 1);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Fusing_with_the_builtin_embedding_costs_next_to_nothing(string language)
    {
        var set = Load(language);
        var lexical = set.MeanReciprocalRank(query => _texts.Search(query, 10));

        Assert.InRange(set.MeanReciprocalRank(Fused), lexical - 0.005, 1);
    }

    [Theory]
    [InlineData("zh", 0.95)]
    [InlineData("en", 0.95)]
    public void Reranking_what_the_embedding_found_brings_the_answer_to_the_front(string language, double floor)
    {
        var set = Load(language);

        Assert.InRange(set.MeanReciprocalRank(query => Reranked(set, query)), floor, 1);
    }

    private IReadOnlyList<ScoredId> Near(string query) => _vectors.Search(LexicalEmbedding.Embed(query), 20);

    private IReadOnlyList<ScoredId> Fused(string query) => ReciprocalRankFusion.Fuse(
        [
            new(ReciprocalRankFusion.TrustedWeight, _texts.Search(query, 20)),
            new(ReciprocalRankFusion.LexicalEmbeddingWeight, Near(query)),
        ],
        limit: 10);

    private List<ScoredId> Reranked(GoldenSet set, string query)
    {
        var texts = set.Passages.ToDictionary(passage => set.IdOf(passage.Id), passage => passage.Text);
        var hits = Near(query);
        var scores = LexicalRerank.Score(query, [.. hits.Select(hit => texts[hit.Id])]);
        return [.. hits.Zip(scores, (hit, score) => hit with { Score = score }).OrderByDescending(hit => hit.Score)];
    }

    private GoldenSet Load(string language)
    {
        var set = GoldenSet.Load(language);
        foreach (var (id, text) in set.Passages)
        {
            _texts.Upsert(set.IdOf(id), text);
            _vectors.Upsert(set.IdOf(id), LexicalEmbedding.Embed(text));
        }

        return set;
    }
}
