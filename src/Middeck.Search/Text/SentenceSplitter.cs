using System.Buffers;

namespace Middeck.Search.Text;

/// <summary>
/// Cuts Chinese and English text into sentences. A Chinese mark (。！？；…) always ends one, and so does a line break. A
/// Western mark ends one before white space or the end of the text, unless it belongs to a number (3.2 m), an
/// abbreviation (e.g.), an initial or the number of a list item.
/// </summary>
public static class SentenceSplitter
{
    private static readonly SearchValues<char> ChineseMarks = SearchValues.Create("。！？；…｡");

    private const string Closers = "”’」』）》】〉〕\"')]}";

    /// <summary>The sentences in order, without the white space around them; marks stay with their sentence.</summary>
    public static IReadOnlyList<TextRange> Split(ReadOnlySpan<char> text)
    {
        var sentences = new List<TextRange>();
        var start = 0;
        for (var position = 0; position < text.Length; position++)
        {
            if (text[position] is '\n' or '\r' or '\u2028' or '\u2029')
            {
                Add(text, start, position, sentences);
                start = position + 1;
            }
            else if (IsMark(text[position]))
            {
                var end = EndOfMarks(text, position);
                if (EndsSentence(text, start, position, end))
                {
                    Add(text, start, end, sentences);
                    start = end;
                }

                position = end - 1;
            }
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool IsMark(char character)
        => ChineseMarks.Contains(character) || character is '.' or '!' or '?' or '．';

    // ?! and …… are one end, and the quotation mark behind them still belongs to the sentence.
    private static int EndOfMarks(ReadOnlySpan<char> text, int position)
    {
        var end = position + 1;
        while (end < text.Length && IsMark(text[end]))
        {
            end++;
        }

        while (end < text.Length && Closers.Contains(text[end]))
        {
            end++;
        }

        return end;
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int start, int mark, int end)
    {
        if (text[mark..end].ContainsAny(ChineseMarks))
        {
            return true;
        }

        if (text[mark] == '．')
        {
            return !IsBetweenDigits(text, mark);
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]) && !Cjk.Contains(text[end]))
        {
            return false;
        }

        var isLoneStop = text[mark] == '.' && end == mark + 1;
        return !isLoneStop || !BelongsToWord(text[start..mark], text[end..]);
    }

    private static bool IsBetweenDigits(ReadOnlySpan<char> text, int mark)
        => mark > 0 && char.IsDigit(text[mark - 1]) && mark + 1 < text.Length && char.IsDigit(text[mark + 1]);

    private static bool BelongsToWord(ReadOnlySpan<char> sentence, ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart();
        if (next.IsEmpty)
        {
            return false;
        }

        var trimmed = sentence.TrimStart();
        var word = trimmed[(trimmed.LastIndexOfAny(" \t\u00A0\u3000") + 1)..];
        return IsListNumber(trimmed) || Abbreviations.Covers(word, next[0]);
    }

    // 1. Isolate the supply.
    private static bool IsListNumber(ReadOnlySpan<char> sentence)
        => sentence.Length is > 0 and <= 3 && !sentence.ContainsAnyExceptInRange('0', '9');

    private static void Add(ReadOnlySpan<char> text, int start, int end, List<TextRange> sentences)
    {
        var sentence = text[start..end];
        var trimmed = sentence.Trim();
        if (trimmed.Length > 0)
        {
            sentences.Add(new TextRange(start + sentence.Length - sentence.TrimStart().Length, trimmed.Length));
        }
    }
}
