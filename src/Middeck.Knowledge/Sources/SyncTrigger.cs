namespace Middeck.Knowledge.Sources;

/// <summary>Why a run was asked for.</summary>
internal enum SyncTrigger
{
    /// <summary>Somebody pressed the button.</summary>
    Manual,

    /// <summary>Its time had come.</summary>
    Schedule,

    /// <summary>Somebody agreed to what would go.</summary>
    Confirmed,
}
