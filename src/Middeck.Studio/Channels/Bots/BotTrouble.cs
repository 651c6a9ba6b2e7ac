namespace Middeck.Studio.Channels.Bots;

/// <summary>Why a chat platform did not do what it was asked.</summary>
internal enum BotTrouble
{
    /// <summary>It is busy, limits calls or cannot be reached: later it may.</summary>
    Busy,

    /// <summary>It does not take the token any more: with a new one it may.</summary>
    TokenExpired,

    /// <summary>It will not, however often it is asked.</summary>
    Refused,
}
