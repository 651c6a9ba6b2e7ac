using Middeck.Core.Onboarding;
using Middeck.Core.Security;

namespace Middeck.Studio.Conversations;

/// <summary>Somebody asked an app of the workspace and was answered.</summary>
internal sealed class AskStep(MessageStore messages) : IOnboardingStep
{
    public string Id => "ask";

    public int Order => 40;

    public Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken)
        => messages.AnyAnsweredAsync(caller.WorkspaceId, cancellationToken);
}
