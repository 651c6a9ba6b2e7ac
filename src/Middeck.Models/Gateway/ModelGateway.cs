using System.Diagnostics;
using Microsoft.Extensions.AI;
using Middeck.Models.Builtin;
using Middeck.Models.Catalogue;
using Middeck.Models.Providers;
using Middeck.Models.Transports;
using Middeck.Models.Usage;
using Middeck.Search.Embedding;

namespace Middeck.Models.Gateway;

/// <summary>Finds the model, takes the transport of its provider's kind, and puts the meter around it.</summary>
internal sealed class ModelGateway(ModelCatalogue catalogue, TransportTable transports, CallMeters meters) : IModelGateway
{
    public async Task<IChatClient> ChatAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
    {
        var found = await ResolveAsync(caller, ModelType.Llm, model, cancellationToken) ?? throw new UnreachableException();
        var inner = transports.Of(found.Connection.Kind).Chat(found.Connection, found.Model);
        return new MeteredChatClient(inner, caller, found, meters);
    }

    public async Task<EmbeddingModel> EmbeddingsAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
    {
        var found = await ResolveAsync(caller, ModelType.Embedding, model, cancellationToken) ?? throw new UnreachableException();
        var isBuiltin = found.Connection.Kind == ProviderKinds.Builtin;
        var inner = transports.Of(found.Connection.Kind).Embeddings(found.Connection, found.Model);
        return new EmbeddingModel(
            isBuiltin ? $"{found.FullName}@{LexicalEmbedding.Version}" : found.FullName,
            isBuiltin,
            new MeteredEmbeddings(inner, caller, found, meters));
    }

    public async Task<IReranker?> RerankAsync(ModelCaller caller, string? model, CancellationToken cancellationToken)
        => await ResolveAsync(caller, ModelType.Rerank, model, cancellationToken) is { } found
            ? new MeteredReranker(
                transports.Of(found.Connection.Kind).Rerank(found.Connection, found.Model), caller, found, meters)
            : null;

    public async Task<string?> DefaultAsync(Guid workspaceId, ModelType type, CancellationToken cancellationToken)
        => (await catalogue.GetAsync(workspaceId, cancellationToken)).DefaultOf(type);

    private async Task<ResolvedModel?> ResolveAsync(
        ModelCaller caller, ModelType type, string? model, CancellationToken cancellationToken)
    {
        var models = await catalogue.GetAsync(caller.WorkspaceId, cancellationToken);
        // A stored key is written with its version, so that vectors compare; the model behind it is the same.
        var name = type == ModelType.Embedding && model == VersionedBuiltin ? BuiltinName : model;
        return models.Resolve(type, name);
    }

    private static string BuiltinName => $"{ProviderKinds.Builtin}/{BuiltinProvider.LexicalEmbedding}";

    private static string VersionedBuiltin => $"{BuiltinName}@{LexicalEmbedding.Version}";
}
