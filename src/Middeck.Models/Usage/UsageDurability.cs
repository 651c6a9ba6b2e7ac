namespace Middeck.Models.Usage;

/// <summary>What an acknowledged usage row survives.</summary>
public enum UsageDurability
{
    /// <summary>The death of our process.</summary>
    Process,

    /// <summary>A power cut too.</summary>
    Commit,
}
