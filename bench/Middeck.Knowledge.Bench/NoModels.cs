using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Bench;

/// <summary>Nobody here chooses a model from a list.</summary>
internal sealed class NoModels : IModelDirectory
{
    public Task<IReadOnlyList<ModelEntry>> ListAsync(Guid workspaceId, ModelType? type, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ModelEntry>>([]);
}
