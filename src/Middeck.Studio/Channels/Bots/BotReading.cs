namespace Middeck.Studio.Channels.Bots;

/// <summary>What a call of a chat platform is. Closed: nothing outside this file can add a case.</summary>
internal abstract record BotReading
{
    private BotReading()
    {
    }

    /// <summary>It does not prove itself; the reason is told to the caller and to the builder.</summary>
    public sealed record Refused(string Reason) : BotReading;

    /// <summary>The platform wants these words back: it tries the address out.</summary>
    public sealed record Challenge(string Content, string ContentType) : BotReading;

    /// <summary>Somebody wrote to the bot.</summary>
    public sealed record Received(BotMessage Message) : BotReading;

    /// <summary>Something that the bot has nothing to do with.</summary>
    public sealed record Ignored : BotReading;
}
