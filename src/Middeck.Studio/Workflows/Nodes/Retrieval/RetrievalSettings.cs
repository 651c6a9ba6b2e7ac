using System.Globalization;
using System.Text.Json;
using Middeck.Knowledge.Bases;
using Middeck.Studio.Configuration;
using Middeck.Studio.Workflows.Nodes.Models;
using Middeck.Workflows.Graphs;
using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Retrieval;

/// <summary>What a <c>knowledge-retrieval</c> node does.</summary>
/// <param name="Query">The question.</param>
/// <param name="BaseIds">Where to look. Ids of an exported app are encrypted for its old workspace: those bases are not bound.</param>
/// <param name="IsSingle">Whether a model chooses one of the bases, or all are searched.</param>
/// <param name="Chooser">That model.</param>
/// <param name="TopK">How many passages, 1 to 100.</param>
/// <param name="ScoreThreshold">Passages below it are left out; 0 for none.</param>
/// <param name="Reranks">Whether a rerank model orders the passages.</param>
/// <param name="RerankModel"><c>provider/model</c>; null for the workspace's default.</param>
/// <param name="Weights">What counts how much in the order by scores; null for the bases' own.</param>
/// <param name="Filter">Which documents, by their metadata.</param>
/// <param name="FilterModel">The model that writes conditions.</param>
internal sealed record RetrievalSettings(
    Selector Query,
    IReadOnlyList<Guid> BaseIds,
    bool IsSingle,
    NodeModel Chooser,
    int TopK,
    double ScoreThreshold,
    bool Reranks,
    string? RerankModel,
    HybridWeights? Weights,
    RetrievalFilter Filter,
    NodeModel FilterModel)
{
    private const int UsualTopK = 4;
    private const int MostTopK = 100;

    public static RetrievalSettings Read(GraphNode node)
    {
        var data = node.Data;
        var many = data.Member("multiple_retrieval_config");
        var isWeighted = many.Member("reranking_mode").Text() == "weighted_score";
        var isOrdered = many.Member("reranking_enable").Flag() ?? many.Member("reranking_model") is not null;
        var model = many.Member("reranking_model");
        return new RetrievalSettings(
            Selector.Read(data, "query_variable_selector"),
            [
                .. data.Member("dataset_ids").Texts()
                    .Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct(),
            ],
            data.Member("retrieval_mode").Text() == "single",
            NodeModel.Read(data.Member("single_retrieval_config").Member("model")),
            Math.Clamp((int)(Number(many.Member("top_k")) ?? UsualTopK), 1, MostTopK),
            many.Member("score_threshold_enabled").Flag() == false ? 0 : Math.Clamp(Number(many.Member("score_threshold")) ?? 0, 0, 1),
            isOrdered && !isWeighted,
            ModelReference.Of(
                (model.Member("provider") ?? model.Member("reranking_provider_name")).Text(),
                (model.Member("model") ?? model.Member("reranking_model_name")).Text()),
            isWeighted ? WeightsOf(many.Member("weights")) : null,
            RetrievalFilter.Read(data),
            NodeModel.Read(data.Member("metadata_model_config")));
    }

    private static HybridWeights? WeightsOf(JsonElement? weights)
    {
        var (vector, keyword) = (
            weights.Member("vector_setting").Member("vector_weight").Number(),
            weights.Member("keyword_setting").Member("keyword_weight").Number());
        return vector is null && keyword is null ? null : new HybridWeights
        {
            VectorWeight = Math.Clamp(vector ?? (1 - keyword!.Value), 0, 1),
            KeywordWeight = Math.Clamp(keyword ?? (1 - vector!.Value), 0, 1),
        };
    }

    // Numbers of old apps may stand in quotes.
    private static double? Number(JsonElement? value)
        => value.Number()
            ?? (double.TryParse(value.Text(), CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null);
}
