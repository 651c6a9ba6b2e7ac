using System.Text.Json;

namespace Middeck.Studio.Tools.Providers;

/// <summary>A tool of a provider that can be called.</summary>
internal sealed class BoundProviderTool(
    ToolProviderRow provider, ProviderTool tool, IProviderKind kind, ProviderVault vault) : ITool
{
    public ToolInfo Info { get; } = new(
        tool.Name, new ToolWords(tool.Label, tool.Label), new ToolWords(tool.Description, tool.Description), tool.Parameters, provider.Icon)
    {
        NeedsConfirmation = tool.NeedsConfirmation,
    };

    public Task<ToolResult> InvokeAsync(ToolContext context, JsonElement arguments, CancellationToken cancellationToken)
        => kind.CallAsync(vault.Open(provider), tool, context, arguments, cancellationToken);
}
