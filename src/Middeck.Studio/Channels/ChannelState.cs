namespace Middeck.Studio.Channels;

/// <summary>How a channel does.</summary>
internal enum ChannelState
{
    /// <summary>Nothing has come through it yet.</summary>
    Unused,

    /// <summary>The last that came through was delivered.</summary>
    Working,

    /// <summary>The last attempt failed.</summary>
    Failing,

    /// <summary>Somebody switched it off.</summary>
    Off,

    /// <summary>The platform switched it off, after it had failed for long.</summary>
    SwitchedOff,
}
