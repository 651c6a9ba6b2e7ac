using Middeck.Core.Audit;
using Middeck.Core.Security;
using Middeck.Identity.Access;
using Middeck.Studio.Apps;
using Middeck.Studio.Evaluation.Sets;

namespace Middeck.Studio.Evaluation.Bars;

/// <summary>What an app has to reach before it is published, for those who may publish it.</summary>
internal sealed class PublishBarService(
    PublishBarStore bars, PublishGate gate, TestSetStore sets, AppAccess access, AuditTrail audit, TimeProvider clock)
{
    public async Task<PublishBarStatus> FindAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        await access.FindAsync(caller, appId, AccessLevel.Use, cancellationToken);
        return await gate.StatusAsync(caller.WorkspaceId, appId, cancellationToken);
    }

    public async Task<PublishBarStatus> SaveAsync(
        Caller caller, Guid appId, SavePublishBar request, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var set = await sets.FindAsync(caller.WorkspaceId, appId, request.SetId, cancellationToken)
            ?? throw EvaluationFaults.SetNotFound();
        RefuseUnjudged(request, set);
        var before = await bars.FindAsync(caller.WorkspaceId, appId, cancellationToken);
        await bars.SaveAsync(caller.WorkspaceId, appId, request, caller.UserId, clock.GetUtcNow(), cancellationToken);
        audit.About("app", appId, app.Name).Change(new { PublishBar = before }, new { PublishBar = request });
        return await gate.StatusAsync(caller.WorkspaceId, appId, cancellationToken);
    }

    public async Task DeleteAsync(Caller caller, Guid appId, CancellationToken cancellationToken)
    {
        var app = await access.FindAsync(caller, appId, AccessLevel.Manage, cancellationToken);
        var before = await bars.FindAsync(caller.WorkspaceId, appId, cancellationToken);
        await bars.DeleteAsync(caller.WorkspaceId, appId, cancellationToken);
        audit.About("app", appId, app.Name).Change(new { PublishBar = before }, null);
    }

    // A bar that no run can reach is a trap.
    private static void RefuseUnjudged(SavePublishBar request, TestSet set)
    {
        if (request.Similarity is not null && set.Judges.Similarity is null)
        {
            throw EvaluationFaults.Invalid("similarity", "cannot be demanded: the test set's answers are not compared by similarity");
        }

        if (request.Model is not null && set.Judges.Model is null)
        {
            throw EvaluationFaults.Invalid("model", "cannot be demanded: no model grades the test set's answers");
        }
    }
}
