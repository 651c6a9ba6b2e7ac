using Middeck.Models.Gateway;

namespace Middeck.Models.Catalogue;

/// <summary>Tells which models a workspace can choose from.</summary>
public interface IModelDirectory
{
    /// <summary>By provider in the order they were made, the builtin one last; of all types for null.</summary>
    Task<IReadOnlyList<ModelEntry>> ListAsync(Guid workspaceId, ModelType? type, CancellationToken cancellationToken);
}
