using Middeck.Http.Dialects.Dify;
using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Previews;
using Middeck.Knowledge.ServiceApi.Models;
using Middeck.Models.Gateway;
using Middeck.Storage.Sql;

namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>Turns Dify's words for a search into ours and back.</summary>
internal sealed class RetrievalModels(DatasetModels models)
{
    private const string Field = "retrieval_model";
    private const string WeightedScore = "weighted_score";
    private const string ByModel = "reranking_model";

    /// <summary>What a dataset is searched by from now on. What Dify does not speak of stays as it was.</summary>
    /// <exception cref="Core.Errors.FaultException">A value is missing or cannot be taken.</exception>
    public async Task<RetrievalSettings> ReadAsync(
        Guid workspaceId, RetrievalModel model, RetrievalSettings before, CancellationToken cancellationToken)
    {
        var reranks = model.RerankingEnable ?? false;
        var weighted = model.RerankingMode == WeightedScore;
        if (model.RerankingMode is not (null or "" or WeightedScore or ByModel))
        {
            throw DifyFaults.Invalid("reranking_mode", "reranking_mode must be one of: reranking_model, weighted_score.");
        }

        var settings = before with
        {
            Method = Word<SearchMethod>("search_method", model.SearchMethod),
            TopK = model.TopK ?? throw DifyFaults.Missing("top_k"),
            ScoreThreshold = model.ScoreThresholdEnabled == true ? model.ScoreThreshold ?? 0 : null,
            Rerank = reranks && !weighted,
            RerankingMode = weighted ? RerankingMode.WeightedScore : RerankingMode.ReciprocalRankFusion,
            RerankModel = await models.FindAsync(
                workspaceId,
                ModelType.Rerank,
                model.RerankingModel?.RerankingProviderName,
                model.RerankingModel?.RerankingModelName,
                cancellationToken),
            Weights = model.Weights is null ? before.Weights : WeightsOf(model.Weights),
            Filters = model.MetadataFilteringConditions is null ? before.Filters : FilterOf(model.MetadataFilteringConditions),
        };
        return SettingsCheck.Passed(settings, Field);
    }

    /// <summary>The settings of a dataset as Dify shows them.</summary>
    public static RetrievalModel Of(RetrievalSettings settings, string? embeddingModel)
    {
        var (provider, model) = DatasetModels.Split(settings.RerankModel);
        var weighted = settings.RerankingMode == RerankingMode.WeightedScore && !settings.Rerank;
        var (embeddingProvider, embedding) = DatasetModels.Split(embeddingModel);
        return new RetrievalModel
        {
            SearchMethod = SnakeCase.Of(settings.Method.ToString()),
            RerankingEnable = settings.Rerank || settings.RerankingMode == RerankingMode.RerankingModel,
            RerankingMode = weighted ? WeightedScore : ByModel,
            RerankingModel = new RerankingModel { RerankingProviderName = provider ?? "", RerankingModelName = model ?? "" },
            Weights = settings.Weights is not { } weights ? null : new RetrievalWeights
            {
                WeightType = SnakeCase.Of(weights.WeightType.ToString()),
                VectorSetting = new VectorSetting
                {
                    VectorWeight = weights.Vector,
                    EmbeddingProviderName = embeddingProvider ?? "",
                    EmbeddingModelName = embedding ?? "",
                },
                KeywordSetting = new KeywordSetting { KeywordWeight = weights.Keyword },
            },
            TopK = settings.TopK,
            ScoreThresholdEnabled = settings.ScoreThreshold is not null,
            ScoreThreshold = settings.ScoreThreshold,
            MetadataFilteringConditions = settings.Filters is not { Mode: FilterMode.Manual } filter ? null : new RetrievalFilter
            {
                LogicalOperator = SnakeCase.Of(filter.LogicalOperator.ToString()),
                Conditions =
                [
                    .. filter.Conditions.Select(static condition => new RetrievalCondition
                    {
                        Name = condition.Name,
                        ComparisonOperator = condition.ComparisonOperator,
                        Value = condition.Value,
                    }),
                ],
            },
        };
    }

    private static HybridWeights WeightsOf(RetrievalWeights weights)
    {
        var none = new HybridWeights();
        return SettingsCheck.Passed(
            new HybridWeights
            {
                WeightType = string.IsNullOrEmpty(weights.WeightType)
                    ? WeightType.Customized
                    : Word<WeightType>("weight_type", weights.WeightType),
                VectorWeight = weights.VectorSetting?.VectorWeight ?? none.VectorWeight,
                KeywordWeight = weights.KeywordSetting?.KeywordWeight ?? none.KeywordWeight,
            },
            "weights");
    }

    private static MetadataFilter FilterOf(RetrievalFilter filter) => SettingsCheck.Passed(
        new MetadataFilter
        {
            Mode = FilterMode.Manual,
            LogicalOperator = string.IsNullOrEmpty(filter.LogicalOperator)
                ? LogicalOperator.And
                : Word<LogicalOperator>("logical_operator", filter.LogicalOperator),
            Conditions =
            [
                .. (filter.Conditions ?? []).Select(static condition => SettingsCheck.Passed(
                    new MetadataCondition
                    {
                        Name = condition.Name ?? "",
                        ComparisonOperator = condition.ComparisonOperator ?? "",
                        Value = condition.Value,
                    },
                    "metadata_filtering_conditions")),
            ],
        },
        "metadata_filtering_conditions");

    private static T Word<T>(string field, string? word) where T : struct, Enum
    {
        if (string.IsNullOrEmpty(word))
        {
            throw DifyFaults.Missing(field);
        }

        return SnakeCase.TryParse<T>(word, out var value)
            ? value
            : throw DifyFaults.Invalid(
                field, $"{field} must be one of: {string.Join(", ", Enum.GetNames<T>().Select(SnakeCase.Of))}.");
    }
}
