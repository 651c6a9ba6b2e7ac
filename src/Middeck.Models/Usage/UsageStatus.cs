namespace Middeck.Models.Usage;

/// <summary>How a call of a model ended.</summary>
public enum UsageStatus
{
    /// <summary>It was answered.</summary>
    Ok,

    /// <summary>The provider failed or refused.</summary>
    Failed,

    /// <summary>The caller stopped listening.</summary>
    Cancelled,
}
