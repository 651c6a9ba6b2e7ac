namespace Middeck.Studio.Channels.Bots;

/// <summary>What is done with a message. Closed: nothing outside this file can add a case.</summary>
internal abstract record BotAsking
{
    private BotAsking()
    {
    }

    /// <summary>The app was asked.</summary>
    public sealed record Asked(Guid RunId) : BotAsking;

    /// <summary>The platform itself answers.</summary>
    public sealed record Said(string Sentence) : BotAsking;

    /// <summary>Nobody answers.</summary>
    public sealed record Silent(string Reason) : BotAsking;
}
