using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Retrieval;

/// <summary>What holds for the one list over all bases: the request's own word, else what the bases say.</summary>
internal sealed record ResultSettings(
    int TopK, RerankingMode RerankingMode, HybridWeights Weights, string? RerankModel, int Neighbours, QueryRewriting? Rewriting)
{
    public bool Reranks => RerankingMode == RerankingMode.RerankingModel;

    public static ResultSettings For(SearchRequest request, IReadOnlyList<KnowledgeBaseRow> bases) => new(
        request.TopK ?? bases.Max(static row => row.Retrieval.TopK),
        ModeOf(request, bases),
        request.Weights ?? First(bases, static settings => settings.Weights) ?? new HybridWeights(),
        request.RerankModel ?? First(bases, static settings => settings.RerankModel),
        request.Neighbours ?? bases.Max(static row => row.Retrieval.Neighbours),
        request.Rewriting ?? First(bases, static settings => settings.Rewriting));

    private static RerankingMode ModeOf(SearchRequest request, IReadOnlyList<KnowledgeBaseRow> bases)
    {
        if (request.Rerank ?? bases.Any(static row => row.Retrieval.Rerank))
        {
            return RerankingMode.RerankingModel;
        }

        // Bases that do not agree are ranked by places, which need no scores that compare; a model is asked if one wants it.
        var modes = bases.Select(static row => row.Retrieval.RerankingMode).Distinct().ToList();
        var own = modes is [var only]
            ? only
            : modes.Contains(RerankingMode.RerankingModel)
                ? RerankingMode.RerankingModel
                : RerankingMode.ReciprocalRankFusion;
        return request.RerankingMode
            ?? (own == RerankingMode.RerankingModel && request.Rerank == false ? RerankingMode.ReciprocalRankFusion : own);
    }

    private static T? First<T>(IReadOnlyList<KnowledgeBaseRow> bases, Func<RetrievalSettings, T?> choose) where T : class
        => bases.Select(row => choose(row.Retrieval)).FirstOrDefault(static value => value is not null);
}
