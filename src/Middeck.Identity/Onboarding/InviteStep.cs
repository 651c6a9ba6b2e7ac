using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Onboarding;

/// <summary>Somebody else was invited to the workspace.</summary>
internal sealed class InviteStep(Database database) : IOnboardingStep
{
    public string Id => "invite";

    public int Order => 60;

    public async Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"""
            SELECT EXISTS (SELECT FROM identity.invitation WHERE workspace_id = {caller.WorkspaceId})
                OR (SELECT count(*) > 1 FROM identity.member WHERE workspace_id = {caller.WorkspaceId})
            """,
            cancellationToken);
}
