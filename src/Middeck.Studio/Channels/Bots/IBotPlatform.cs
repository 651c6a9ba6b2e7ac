namespace Middeck.Studio.Channels.Bots;

/// <summary>A chat platform: how its calls prove themselves and what they say, and how it is answered.</summary>
internal interface IBotPlatform
{
    ChannelKind Kind { get; }

    /// <summary>What the platform expects as the answer to a message that was taken.</summary>
    string Acknowledgement { get; }

    /// <summary>Checks a call and reads it. Asks nobody: the platform waits for the answer.</summary>
    BotReading Read(BotChannel bot, BotRequest request);

    /// <summary>How answers look there.</summary>
    BotLook LookOf(BotChannel bot);

    /// <summary>Whether the bot is meant; asked for messages in groups that name those who are mentioned.</summary>
    /// <exception cref="BotCallException">The platform does not say.</exception>
    Task<bool> IsMeantAsync(BotChannel bot, IReadOnlyList<string> mentions, CancellationToken cancellationToken);

    /// <summary>What a person calls themselves; null when the bot may not know.</summary>
    /// <exception cref="BotCallException">The platform does not say.</exception>
    Task<string?> NameAsync(BotChannel bot, string person, CancellationToken cancellationToken);

    /// <summary>Sends a piece of the answer.</summary>
    /// <param name="bot">Which bot speaks.</param>
    /// <param name="message">What is answered.</param>
    /// <param name="text">In the platform's marks, and not too long.</param>
    /// <param name="key">Of this piece, the same when it is sent again: platforms that know such keys show it once.</param>
    /// <param name="cancellationToken">The node's stopping.</param>
    /// <exception cref="BotCallException">The platform did not take it.</exception>
    Task SendAsync(BotChannel bot, BotMessage message, string text, string key, CancellationToken cancellationToken);

    /// <summary>Tries the secrets.</summary>
    /// <returns>A sentence of what was found.</returns>
    /// <exception cref="BotCallException">The platform does not take them.</exception>
    Task<string> TestAsync(BotChannel bot, CancellationToken cancellationToken);
}
