using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Storage.Sql;

namespace Middeck.Identity.Onboarding;

/// <summary>The workspace has a key for some program.</summary>
internal sealed class CreateKeyStep(Database database) : IOnboardingStep
{
    public string Id => "create_key";

    public int Order => 50;

    public async Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => await database.ScalarAsync<bool>(
            $"SELECT true FROM identity.api_key WHERE workspace_id = {caller.WorkspaceId} LIMIT 1", cancellationToken);
}
