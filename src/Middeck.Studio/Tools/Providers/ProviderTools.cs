namespace Middeck.Studio.Tools.Providers;

/// <summary>The tools of a workspace's own providers.</summary>
internal sealed class ProviderTools(ToolProviderStore store, IEnumerable<IProviderKind> kinds, ProviderVault vault) : IToolSource
{
    public async Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
    {
        if (kinds.FirstOrDefault(kind => kind.Kind == reference.ProviderType) is not { } kind)
        {
            return null;
        }

        var provider = Guid.TryParse(reference.ProviderId, out var id) ? await store.FindAsync(workspaceId, id, cancellationToken) : null;
        provider ??= await store.FindAsync(
            workspaceId, kind.Kind, reference.ProviderName ?? reference.Provider, cancellationToken);
        return provider is not null && provider.Kind == kind.Kind
            && provider.Tools.FirstOrDefault(tool => tool.Name == reference.ToolName) is { } found
                ? new BoundProviderTool(provider, found, kind, vault)
                : null;
    }

    public async Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
        =>
        [
            .. from provider in await store.AllAsync(workspaceId, cancellationToken)
               let kind = kinds.First(kind => kind.Kind == provider.Kind)
               from tool in provider.Tools
               select new OfferedTool(
                   new ToolReference(kind.Kind, provider.Id.ToString(), tool.Name) { ProviderName = provider.Name },
                   new BoundProviderTool(provider, tool, kind, vault)),
        ];
}
