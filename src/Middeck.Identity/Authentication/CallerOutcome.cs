using Middeck.Core.Security;

namespace Middeck.Identity.Authentication;

/// <summary>What a credential turned out to be. Closed: nothing outside this file can add a case.</summary>
internal abstract record CallerOutcome
{
    private CallerOutcome()
    {
    }

    /// <summary>A caller. With <paramref name="WorkspaceMissing"/> the call named a workspace that is not the caller's.</summary>
    public sealed record Known(Caller Caller, bool WorkspaceMissing) : CallerOutcome;

    /// <summary>No good; the reason may be told to anyone.</summary>
    public sealed record Refused(string Reason) : CallerOutcome;
}
