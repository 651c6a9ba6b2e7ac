using Microsoft.Extensions.AI;

namespace Middeck.Models.Gateway;

/// <summary>
/// Counts tokens roughly where the provider does not: one for each character of a CJK script, one for every four other
/// characters (rounded up), four more for the frame of each message. Rows counted so are marked as estimated.
/// </summary>
public struct TokenEstimate
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMessage = 4;

    private long _wide;
    private long _narrow;
    private long _frames;

    /// <summary>What was counted so far.</summary>
    public readonly long Tokens => _wide + ((_narrow + CharactersPerToken - 1) / CharactersPerToken) + _frames;

    /// <summary>Of texts without frames.</summary>
    public static long Of(IEnumerable<string> texts)
    {
        var estimate = default(TokenEstimate);
        foreach (var text in texts)
        {
            estimate.Add(text);
        }

        return estimate.Tokens;
    }

    /// <summary>Of messages with their frames.</summary>
    public static long OfMessages(IEnumerable<ChatMessage> messages)
    {
        var estimate = default(TokenEstimate);
        foreach (var message in messages)
        {
            estimate._frames += TokensPerMessage;
            estimate.Add(message.Text);
        }

        return estimate.Tokens;
    }

    /// <summary>Counts a piece of text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (letter is >= '\u2E80' and < '\uD800' or >= '\uF900' and <= '\uFFEF')
            {
                _wide++;
            }
            else
            {
                _narrow++;
            }
        }
    }
}
