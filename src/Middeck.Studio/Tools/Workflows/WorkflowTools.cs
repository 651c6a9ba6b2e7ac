using Middeck.Studio.Apps;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Tools.Workflows;

/// <summary>The published workflows of a workspace, each of which is a tool.</summary>
internal sealed class WorkflowTools(AppStore apps, PublishedApps published, WorkflowInputs inputs, WorkflowRunner runner) : IToolSource
{
    private const string ProviderType = "workflow";

    public async Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
        => reference.ProviderType == ProviderType && Guid.TryParse(reference.ProviderId, out var id)
            && await published.FindAsync(id, cancellationToken) is { Mode: AppMode.Workflow } app && app.WorkspaceId == workspaceId
                ? new WorkflowTool(app, WorkflowSource.Tool, inputs, runner)
                : null;

    public async Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var all = await apps.ListPublishedAsync(workspaceId, AppMode.Workflow, cancellationToken);
        return [.. all.Select(app => new OfferedTool(
            new ToolReference(ProviderType, app.Id.ToString(), AppSchema.NameOf(app.Name, app.Id)), new WorkflowTool(app, WorkflowSource.Tool, inputs, runner)))];
    }
}
