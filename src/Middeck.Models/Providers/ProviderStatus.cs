namespace Middeck.Models.Providers;

/// <summary>What the last test of a provider found.</summary>
public enum ProviderStatus
{
    /// <summary>It was not tested since it was last changed.</summary>
    Unknown,

    /// <summary>It answered.</summary>
    Ok,

    /// <summary>It refused or was not to be reached.</summary>
    Failing,
}
