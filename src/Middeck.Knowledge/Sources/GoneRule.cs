namespace Middeck.Knowledge.Sources;

/// <summary>What happens to documents that are no longer in their source.</summary>
public enum GoneRule
{
    /// <summary>They are removed.</summary>
    Remove,

    /// <summary>They are switched off, and on again when they come back.</summary>
    Disable,

    /// <summary>They stay as they were last.</summary>
    Keep,
}
