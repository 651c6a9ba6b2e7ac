using Microsoft.Extensions.AI;
using Middeck.Core.Errors;
using Middeck.Studio.Chat;

namespace Middeck.Studio.Calls;

/// <summary>A talk that the caller sends along whole, instead of naming a conversation.</summary>
/// <param name="Query">The last message of the person.</param>
/// <param name="History">The turns before it, oldest first.</param>
/// <param name="Instruction">What the caller tells the model besides the app's own instruction; empty for nothing.</param>
/// <param name="Attachments">The pictures and documents of the last message.</param>
internal sealed record GivenTalk(
    string Query, IReadOnlyList<ChatTurn> History, string Instruction, IReadOnlyList<AIContent> Attachments)
{
    /// <summary>Reads a list of messages.</summary>
    /// <exception cref="FaultException">The last message is not a question.</exception>
    public static GivenTalk Read(IReadOnlyList<ChatMessage> messages)
    {
        var last = messages[^1];
        if (last.Role != ChatRole.User)
        {
            throw new FaultException(Fault.Invalid(
                "chat.last_message_not_user", "The last message must be of the role user: it is the question.", "messages"));
        }

        var instruction = string.Join("\n\n", messages.Where(message => message.Role == ChatRole.System).Select(message => message.Text));
        return new GivenTalk(
            last.Text, Turns(messages.Take(messages.Count - 1)), instruction,
            [.. last.Contents.Where(content => content is DataContent or UriContent)]);
    }

    // Several messages of one side in a row are one turn's; a question that nobody answered is left out.
    private static List<ChatTurn> Turns(IEnumerable<ChatMessage> messages)
    {
        var turns = new List<ChatTurn>();
        var query = new List<string>();
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.User)
            {
                query.Add(message.Text);
            }
            else if (message.Role == ChatRole.Assistant && message.Text.Length > 0)
            {
                if (query.Count > 0)
                {
                    turns.Add(new ChatTurn(string.Join('\n', query), message.Text));
                    query.Clear();
                }
                else if (turns.Count > 0)
                {
                    turns[^1] = turns[^1] with { Answer = $"{turns[^1].Answer}\n{message.Text}" };
                }
            }
        }

        return turns;
    }
}
