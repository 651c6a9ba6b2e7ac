namespace Middeck.Identity.Sessions;

/// <summary>What became of a refresh. Closed: nothing outside this file can add a case.</summary>
internal abstract record RefreshOutcome
{
    private RefreshOutcome()
    {
    }

    public sealed record Refreshed(Guid UserId, SessionTokens Tokens) : RefreshOutcome;

    /// <summary>Unknown, expired, of an ended session or of a suspended person.</summary>
    public sealed record Invalid : RefreshOutcome;

    /// <summary>It was exchanged before, so somebody has a copy: the session is ended.</summary>
    public sealed record Reused(Guid UserId) : RefreshOutcome;
}
