using System.Text;
using Middeck.Studio.Channels.Bots.Markup;
using Middeck.Studio.Conversations;

namespace Middeck.Studio.Channels.Bots;

/// <summary>Makes of an answer the messages that a platform shows.</summary>
internal static class BotReply
{
    /// <summary>A chat is no place for a book; who wants it whole opens the app.</summary>
    private const int MostParts = 10;

    /// <summary>A sentence of the platform's own.</summary>
    public static IReadOnlyList<string> OfSentence(string sentence, BotLook look)
        => MessageSplitter.Split(MarkupWriter.Plain(sentence, look.Style), look.MostBytes);

    /// <summary>An answer with its sources.</summary>
    public static IReadOnlyList<string> OfAnswer(
        string answer, IReadOnlyList<Citation> citations, BotWords words, BotLook look)
    {
        var text = new StringBuilder(MarkupWriter.Write(answer, look.Style));
        if (citations.Count > 0)
        {
            var lines = citations.DistinctBy(citation => (citation.DocumentId, citation.Page)).Select(words.SourceOf);
            text.Append("\n\n").Append(MarkupWriter.Plain($"{words.Sources}\n{string.Join('\n', lines)}", look.Style));
        }

        var parts = MessageSplitter.Split(text.ToString(), look.MostBytes);
        return parts.Count <= MostParts
            ? parts
            : [.. parts.Take(MostParts), .. OfSentence(words.CutOff, look)];
    }
}
