namespace Middeck.Studio.Agents.Confirmation;

/// <summary>What has become of a question whether a tool may be called.</summary>
internal enum ConfirmationStatus
{
    /// <summary>Nobody has answered yet.</summary>
    Waiting,

    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may not.</summary>
    Refused,

    /// <summary>Nobody answered in time, which counts as a refusal.</summary>
    Expired,

    /// <summary>The run ended before an answer.</summary>
    Stopped,
}
