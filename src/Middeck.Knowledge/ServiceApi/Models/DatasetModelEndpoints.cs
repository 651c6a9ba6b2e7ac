using System.Collections.Frozen;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Middeck.Http.Dialects.Dify;
using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.ServiceApi.Models;

internal static class DatasetModelEndpoints
{
    private const string Active = "active";

    private static readonly FrozenDictionary<string, ModelType> Types = new Dictionary<string, ModelType>
    {
        ["llm"] = ModelType.Llm,
        ["text-embedding"] = ModelType.Embedding,
        ["rerank"] = ModelType.Rerank,
        ["speech2text"] = ModelType.SpeechToText,
        ["tts"] = ModelType.TextToSpeech,
        ["moderation"] = ModelType.Moderation,
    }.ToFrozenDictionary();

    public static void MapDatasetModelEndpoints(this IEndpointRouteBuilder routes)
        => routes.MapGet("/workspaces/current/models/model-types/{type}", ListAsync).WithName("DifyListModels")
            .WithSummary("List the models of one type");

    private static async Task<Ok<OfferedModels>> ListAsync(
        string type, DatasetCaller caller, IModelDirectory directory, CancellationToken cancellationToken)
    {
        if (!Types.TryGetValue(type, out var wanted))
        {
            throw DifyFaults.Invalid("model_type", $"model_type must be one of: {string.Join(", ", Types.Keys)}.");
        }

        var models = await directory.ListAsync(caller.WorkspaceId, wanted, cancellationToken);
        return TypedResults.Ok(new OfferedModels(
        [
            .. models.GroupBy(static model => model.Provider).Select(group => new OfferedProvider(
                caller.WorkspaceId,
                group.Key,
                OfferedLabel.Of(group.Key),
                IconSmall: null,
                IconSmallDark: null,
                Active,
                [.. group.Select(model => Of(model, type))])),
        ]));
    }

    private static OfferedModel Of(ModelEntry model, string type) => new(
        model.Name,
        OfferedLabel.Of(model.Name),
        type,
        Features: [],
        FetchFrom: "customizable-model",
        model.ContextLength is { } tokens ? new Dictionary<string, object> { ["context_size"] = tokens } : [],
        Deprecated: false,
        Active,
        LoadBalancingEnabled: false,
        HasInvalidLoadBalancing: false);
}
