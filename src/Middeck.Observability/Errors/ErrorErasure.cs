using Middeck.Core.Workspaces;

namespace Middeck.Observability.Errors;

/// <summary>Removes a workspace's rows of the error log.</summary>
internal sealed class ErrorErasure(ErrorStore store) : IWorkspaceErasure
{
    public Task EraseAsync(Guid workspaceId, CancellationToken cancellationToken)
        => store.EraseAsync(workspaceId, cancellationToken);
}
