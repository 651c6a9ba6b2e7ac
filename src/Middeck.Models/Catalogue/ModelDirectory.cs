using Middeck.Models.Gateway;

namespace Middeck.Models.Catalogue;

/// <summary>Reads the catalogue for those who choose.</summary>
internal sealed class ModelDirectory(ModelCatalogue catalogue) : IModelDirectory
{
    public async Task<IReadOnlyList<ModelEntry>> ListAsync(
        Guid workspaceId, ModelType? type, CancellationToken cancellationToken)
    {
        var models = await catalogue.GetAsync(workspaceId, cancellationToken);
        return
        [
            .. models.Providers
                .Where(static provider => provider is { Enabled: true, Connection: not null })
                .SelectMany(provider => provider.Models
                    .Where(model => model.Enabled && (type is null || model.Type == type))
                    .Select(model => new ModelEntry(
                        $"{provider.Name}/{model.Name}", provider.Name, model.Name, model.Type, model.ContextLength))),
        ];
    }
}
