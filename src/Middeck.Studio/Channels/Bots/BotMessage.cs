namespace Middeck.Studio.Channels.Bots;

/// <summary>What somebody wrote to a bot.</summary>
/// <param name="EventId">The platform's name for the message or its event, the same when it is sent again.</param>
/// <param name="Chat">The platform's name for the chat, with the thread where there are threads.</param>
/// <param name="Person">The platform's name for who wrote.</param>
/// <param name="Text">The words, without the bot's own name.</param>
/// <param name="To">Where the answer goes, as the platform wants it.</param>
internal sealed record BotMessage(
    string EventId, string Chat, string Person, string Text, IReadOnlyDictionary<string, string> To)
{
    /// <summary>What the person calls themselves; null when the platform does not say.</summary>
    public string? PersonName { get; init; }

    /// <summary>Whether it holds something that is not text, such as a picture.</summary>
    public bool HasFiles { get; init; }

    /// <summary>In a group: who is mentioned, where the platform leaves it to the bot to see whether it is; null elsewhere.</summary>
    public IReadOnlyList<string>? Mentions { get; init; }

    /// <summary>In which order answers are given: a person's in a chat one after the other.</summary>
    public string Lane => $"{Chat}\n{Person}";
}
