namespace Middeck.Studio.Channels.Bots;

/// <summary>A chat platform did not do what it was asked; the message says so in words for the builder.</summary>
internal sealed class BotCallException(BotTrouble trouble, string message, TimeSpan? after = null, Exception? inner = null)
    : Exception(message, inner)
{
    public BotTrouble Trouble { get; } = trouble;

    /// <summary>How long the platform asks to be left alone; null when it does not say.</summary>
    public TimeSpan? After { get; } = after;
}
