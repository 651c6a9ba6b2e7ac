using Middeck.Core.Errors;
using Middeck.Core.Security;
using Middeck.Studio.Evaluation.Runs;

namespace Middeck.Studio.Evaluation.Bars;

/// <summary>Lets a draft be published when it has reached its app's bar, or when somebody who may says why it is to be published nevertheless.</summary>
internal sealed class PublishGate(PublishBarStore bars, EvaluationStore evaluations)
{
    /// <summary>How the draft stands.</summary>
    public async Task<PublishBarStatus> StatusAsync(Guid workspaceId, Guid appId, CancellationToken cancellationToken)
    {
        var bar = await bars.FindAsync(workspaceId, appId, cancellationToken);
        return PublishBarStatus.Of(
            bar, bar is null ? [] : await evaluations.OfDraftAsync(workspaceId, appId, bar.SetId, cancellationToken));
    }

    /// <returns>The revision that may be published; null when nothing is demanded.</returns>
    /// <exception cref="FaultException"><c>evaluation.below_bar</c> with the numbers; <c>auth.forbidden</c>.</exception>
    public async Task<PublishPass?> PassAsync(
        Caller caller, Guid appId, string? reason, CancellationToken cancellationToken)
    {
        // Before the runs are looked at: what is saved meanwhile has another revision and is not published.
        var revision = await bars.RevisionAsync(caller.WorkspaceId, appId, cancellationToken);
        var status = await StatusAsync(caller.WorkspaceId, appId, cancellationToken);
        if (status.Bar is not { } bar)
        {
            return null;
        }

        if (status.IsReached)
        {
            return new PublishPass(revision, null);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw BelowBar(bar, status.Run);
        }

        return caller.Has(Permissions.Apps.Override)
            ? new PublishPass(revision, reason.Trim())
            : throw new FaultException(Fault.Forbidden(Permissions.Apps.Override));
    }

    private static FaultException BelowBar(PublishBar bar, AppEvaluation? run) => new(new Fault(
        FaultKind.Conflict,
        "evaluation.below_bar",
        run is null
            ? $"This draft has not been evaluated over the test set “{bar.SetName}” as it is now. Run it, then publish."
            : $"This draft has not reached the bar over the test set “{bar.SetName}”. Improve it and run it again, or have it overridden with a reason.",
        Extensions: new Dictionary<string, object?> { ["bar"] = bar, ["run"] = run }));
}
