using Middeck.Models.Catalogue;
using Middeck.Models.Gateway;

namespace Middeck.Knowledge.Bench;

internal sealed class NoModels : IModelDirectory
{
    public Task<IReadOnlyList<ModelEntry>> ListAsync(
        Guid workspaceId, ModelType? type, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<ModelEntry>>([]);
}
