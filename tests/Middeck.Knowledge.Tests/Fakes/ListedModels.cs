using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Tests.Fakes;

/// <summary>The models that the gateway of the tests knows.</summary>
internal sealed class ListedModels : IModelDirectory
{
    private static readonly ModelEntry[] All =
    [
        new("builtin/lexical-embedding", "builtin", "lexical-embedding", ModelType.Embedding, 512),
        new("test/topics", "test", "topics", ModelType.Embedding, null),
        new("test/shortest", "test", "shortest", ModelType.Rerank, null),
    ];

    public Task<IReadOnlyList<ModelEntry>> ListAsync(Guid workspaceId, ModelType? type, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ModelEntry>>([.. All.Where(model => type is null || model.Type == type)]);
}
