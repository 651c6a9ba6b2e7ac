using System.Text.RegularExpressions;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Cleans what readers hand over. The two optional rules are Dify's, so that the same settings give the same text.</summary>
internal static partial class TextCleaner
{
    public static string Clean(string text, ChunkingSettings settings)
    {
        text = LineBreaks().Replace(text, "\n");

        // The marks of chat templates: left as they are, a document could speak with the system's voice.
        text = text.Replace("<|", "<", StringComparison.Ordinal).Replace("|>", ">", StringComparison.Ordinal);
        text = Unprintable().Replace(text, "");

        if (settings.RemoveUrlsEmails)
        {
            text = MailAddresses().Replace(text, "");
            text = WebAddresses().Replace(text, static match => match.Groups["link"].Value);
        }

        if (settings.RemoveExtraSpaces)
        {
            text = Spaces().Replace(text, " ");
            text = SpacesBeforeBreak().Replace(text, "\n");
            text = EmptyLines().Replace(text, "\n\n");
        }

        return text.Trim();
    }

    [GeneratedRegex(@"\r\n?|\u2028|\u2029|\f|\v")]
    private static partial Regex LineBreaks();

    // Control characters but tab and line feed; what can be no character; and halves of surrogate pairs, which no UTF-8 can hold.
    [GeneratedRegex(
        @"[\x00-\x08\x0E-\x1F\x7F\uFFFE\uFFFF\uFEFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex Unprintable();

    [GeneratedRegex(@"[A-Za-z0-9_.+\-]{1,64}@[A-Za-z0-9\-]{1,63}(\.[A-Za-z0-9\-]{1,63})+")]
    private static partial Regex MailAddresses();

    // [text](https://…) and ![picture](https://…) stay whole.
    [GeneratedRegex(@"(?<link>\]\(https?://[^\s)]*\))|https?://[^\s)\]>""'，。；、）】》]+")]
    private static partial Regex WebAddresses();

    [GeneratedRegex(@"[\t \u00A0\u1680\u180E\u2000-\u200A\u202F\u205F\u3000]{2,}")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\t \u00A0\u3000]\n")]
    private static partial Regex SpacesBeforeBreak();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex EmptyLines();
}
