using System.Text;
using System.Text.RegularExpressions;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Ingestion;

/// <summary>Cleans what readers hand over. The two optional rules are Dify's, so that the same settings give the same text.</summary>
internal static partial class TextCleaner
{
    private const string BetweenPages = "\n\n";

    /// <summary>Cleans pages one by one, as they come.</summary>
    public static IAsyncEnumerable<ExtractedPage> CleanAsync(IAsyncEnumerable<ExtractedPage> pages, ChunkingSettings settings)
        => pages.Select(page => page with { Text = Clean(page.Text, settings) });

    public static CleanText Clean(IReadOnlyList<ExtractedPage> pages, ChunkingSettings settings)
    {
        var text = new StringBuilder();
        var starts = new List<(int Offset, int Page)>();
        foreach (var page in pages)
        {
            var clean = Clean(page.Text, settings);
            text.Append(text.Length > 0 && clean.Length > 0 ? BetweenPages : "");
            if (page.Number is { } number && (starts.Count == 0 || starts[^1].Page != number))
            {
                starts.Add((text.Length, number));
            }

            text.Append(clean);
        }

        return new CleanText(text.ToString(), starts);
    }

    private static string Clean(string text, ChunkingSettings settings)
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
