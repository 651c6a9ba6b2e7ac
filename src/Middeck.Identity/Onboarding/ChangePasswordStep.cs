using Middeck.Core.Onboarding;
using Middeck.Core.Security;
using Middeck.Identity.Users;

namespace Middeck.Identity.Onboarding;

/// <summary>The generated first password was replaced.</summary>
internal sealed class ChangePasswordStep(UserStore users) : IOnboardingStep
{
    public string Id => "change_password";

    public int Order => 10;

    public async Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => caller.UserId is { } userId
            && await users.FindAsync(userId, cancellationToken) is { MustChangePassword: false };
}
