using Microsoft.Extensions.AI;

namespace Middeck.Models.Gateway;

/// <summary>The one way to reach a model, for apps, knowledge and the HTTP dialects alike. Each call leaves a usage row.</summary>
public interface IModelGateway
{
    /// <summary>A chat model. The client streams, carries cancellation to the socket and holds no database connection while it waits.</summary>
    /// <param name="caller">For whom the call is made and counted.</param>
    /// <param name="model"><c>provider/model</c>, or null for the workspace's default.</param>
    /// <param name="cancellationToken">Gives up the lookup.</param>
    /// <exception cref="Middeck.Core.Errors.FaultException"><c>models.not_found</c>, <c>models.provider_disabled</c>; while calling <c>models.upstream_*</c>.</exception>
    Task<IChatClient> ChatAsync(ModelCaller caller, string? model, CancellationToken cancellationToken);

    /// <summary>An embedding model; <see cref="EmbeddingModel.Key"/> tells when vectors of two calls can be compared.</summary>
    Task<EmbeddingModel> EmbeddingsAsync(ModelCaller caller, string? model, CancellationToken cancellationToken);

    /// <summary>A rerank model; null when <paramref name="model"/> is null and the workspace has no default.</summary>
    Task<IReranker?> RerankAsync(ModelCaller caller, string? model, CancellationToken cancellationToken);

    /// <summary>What a workspace's default is, as <c>provider/model</c>. The builtin models are the last resort, so it is never null for chat and embedding.</summary>
    Task<string?> DefaultAsync(Guid workspaceId, ModelType type, CancellationToken cancellationToken);
}
