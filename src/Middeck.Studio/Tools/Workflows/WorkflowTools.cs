using Middeck.Studio.Apps;
using Middeck.Studio.Workflows.Runs;

namespace Middeck.Studio.Tools.Workflows;

/// <summary>The published workflows of a workspace, each of which is a tool.</summary>
/// <param name="apps">Finds them.</param>
/// <param name="published">Those that were called lately.</param>
/// <param name="inputs">Checks what they are given.</param>
/// <param name="runner">Made when a tool is first looked for: it runs nodes, and nodes look for tools.</param>
internal sealed class WorkflowTools(AppStore apps, PublishedApps published, WorkflowInputs inputs, Lazy<WorkflowRunner> runner) : IToolSource
{
    private const string ProviderType = "workflow";

    public async Task<ITool?> FindAsync(Guid workspaceId, ToolReference reference, CancellationToken cancellationToken)
        => reference.ProviderType == ProviderType && Guid.TryParse(reference.ProviderId, out var id)
            && await published.FindAsync(id, cancellationToken) is { Mode: AppMode.Workflow } app && app.WorkspaceId == workspaceId
                ? new WorkflowTool(app, WorkflowSource.Tool, inputs, runner.Value)
                : null;

    public async Task<IReadOnlyList<OfferedTool>> ListAsync(Guid workspaceId, CancellationToken cancellationToken)
    {
        var all = await apps.ListPublishedAsync(workspaceId, AppMode.Workflow, cancellationToken);
        return [.. all.Select(app => new OfferedTool(
            new ToolReference(ProviderType, app.Id.ToString(), AppSchema.NameOf(app.Name, app.Id)), new WorkflowTool(app, WorkflowSource.Tool, inputs, runner.Value)))];
    }
}
