namespace Middeck.Knowledge.Documents;

/// <summary>What is done to several documents at once.</summary>
public enum BatchAction
{
    /// <summary>Searches may find them.</summary>
    Enable,

    /// <summary>Searches no longer find them.</summary>
    Disable,

    /// <summary>They are kept, but neither found nor changed.</summary>
    Archive,

    /// <summary>They are found and can be changed again.</summary>
    Unarchive,

    /// <summary>They are gone.</summary>
    Delete,

    /// <summary>Those that failed or were cancelled are read in again.</summary>
    Retry,
}
