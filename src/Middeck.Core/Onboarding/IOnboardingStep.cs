using Middeck.Core.Security;

namespace Middeck.Core.Onboarding;

/// <summary>One line of the first-run checklist. The room whose state decides it implements and registers it.</summary>
public interface IOnboardingStep
{
    /// <summary>Stable and snake_case, such as <c>upload_document</c>; the console knows the words and the form it leads to.</summary>
    string Id { get; }

    /// <summary>Steps are shown in this order.</summary>
    int Order { get; }

    /// <summary>Whether real state says that it is done, for the caller in their workspace.</summary>
    Task<bool> IsDoneAsync(Caller caller, CancellationToken cancellationToken);
}
