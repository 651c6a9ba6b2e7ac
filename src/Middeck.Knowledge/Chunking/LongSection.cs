using System.Buffers;

namespace Middeck.Knowledge.Chunking;

/// <summary>
/// Cuts a section that is longer than a chunk may be: at paragraphs where that is enough, else at lines, sentences, clauses,
/// words, and at any character only where there is nothing else. The parts are then put together again up to the limit.
/// Takes time in proportion to the text, whatever it looks like.
/// </summary>
internal static class LongSection
{
    private static readonly string[][] Separators =
    [
        ["\n\n"],
        ["\n"],
        ["。", "！", "？", "；", ". ", "! ", "? ", "; "],
        ["，", "、", ", "],
        [" ", "\t", "\u3000"],
    ];

    private static readonly SearchValues<string>[] Levels =
        [.. Separators.Select(level => SearchValues.Create(level, StringComparison.Ordinal))];

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；\n");

    public static List<TextRange> Split(string text, TextRange section, int maxLength, int overlap)
    {
        // The parts follow each other without a gap, so their ends are enough.
        var ends = new List<int>();
        Cut(text, section.Start, section.Start + section.Length, level: 0, maxLength, overlap, ends);

        var chunks = new List<TextRange>();
        var (start, end) = (section.Start, section.Start);
        foreach (var next in ends)
        {
            if (next - start > maxLength)
            {
                var chunk = Ranges.Trim(text, start, end);
                chunks.Add(chunk);
                var overlapped = OverlapStart(text, chunk.Start, end, overlap);
                start = next - overlapped <= maxLength ? overlapped : end;
            }

            end = next;
        }

        chunks.Add(Ranges.Trim(text, start, end));
        chunks.RemoveAll(static chunk => chunk.Length == 0);
        return chunks;
    }

    private static void Cut(string text, int start, int end, int level, int maxLength, int overlap, List<int> ends)
    {
        if (end - start <= maxLength)
        {
            ends.Add(end);
            return;
        }

        if (level == Levels.Length)
        {
            CutAnywhere(text, start, end, maxLength, overlap, ends);
            return;
        }

        while (start < end)
        {
            var found = text.AsSpan(start, end - start).IndexOfAny(Levels[level]);
            var next = found < 0 ? end : start + found + LengthOfSeparator(text, start + found, level);
            Cut(text, start, next, level + 1, maxLength, overlap, ends);
            start = next;
        }
    }

    private static void CutAnywhere(string text, int start, int end, int maxLength, int overlap, List<int> ends)
    {
        // Shorter than a chunk by the overlap, so that there is room for it.
        var length = maxLength - overlap;
        while (end - start > length)
        {
            start += char.IsLowSurrogate(text[start + length]) ? length - 1 : length;
            ends.Add(start);
        }

        ends.Add(end);
    }

    private static int LengthOfSeparator(string text, int at, int level)
        => Separators[level].First(separator => string.CompareOrdinal(text, at, separator, 0, separator.Length) == 0).Length;

    // At most so many characters before the end: from the first whole sentence in them, else the first whole word.
    private static int OverlapStart(string text, int start, int end, int overlap)
    {
        var earliest = Math.Max(start + 1, end - overlap);
        if (overlap == 0 || earliest >= end)
        {
            return end;
        }

        var window = text.AsSpan(earliest, end - earliest);
        var sentence = window.IndexOfAny(SentenceEnds);
        if (sentence >= 0 && sentence + 1 < window.Length)
        {
            return earliest + sentence + 1;
        }

        var word = window.IndexOf(' ');
        if (word >= 0 && word + 1 < window.Length)
        {
            return earliest + word + 1;
        }

        return char.IsLowSurrogate(text[earliest]) ? earliest + 1 : earliest;
    }
}
