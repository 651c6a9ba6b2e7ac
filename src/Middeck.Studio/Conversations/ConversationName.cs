namespace Middeck.Studio.Conversations;

/// <summary>Names a conversation after its first question.</summary>
internal static class ConversationName
{
    private const int Length = 60;

    /// <summary>What a conversation is called when it is not named after a question.</summary>
    public const string Unnamed = "New conversation";

    public static string From(string query)
    {
        var line = string.Join(' ', query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length == 0)
        {
            return Unnamed;
        }

        if (line.Length <= Length)
        {
            return line;
        }

        // Not between the halves of one character.
        var end = char.IsHighSurrogate(line[Length - 2]) ? Length - 2 : Length - 1;
        return line[..end] + "…";
    }
}
