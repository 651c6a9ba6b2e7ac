using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Ingestion.Programs;

/// <summary>
/// Puts the words that Tesseract lists together to pages. A line of its table (tab-separated) has level, page, block, paragraph,
/// line, word, left, top, width, height, confidence, text; level 5 is a word:
/// <code>5  1  1  1  1  1  36  92  60  24  96.5  exits</code>
/// </summary>
internal static class RecognizedWords
{
    private const string Word = "5";
    private const string NewPage = "1";

    public static IReadOnlyList<RecognizedPage> Pages(string table)
    {
        var pages = new List<RecognizedPage>();
        var text = new StringBuilder();
        var (sum, words, open) = (0d, 0, false);
        string[]? previous = null;
        foreach (var line in table.Split('\n').Skip(1))
        {
            var columns = line.Split('\t');
            if (columns.Length < 12 || (columns[0] != Word && columns[0] != NewPage))
            {
                continue;
            }

            if (columns[0] == NewPage)
            {
                EndPage();
                open = true;
            }
            else if (!string.IsNullOrWhiteSpace(columns[11]))
            {
                Separate(text, previous, columns);
                text.Append(columns[11].Trim());
                sum += double.Parse(columns[10], CultureInfo.InvariantCulture);
                words++;
                previous = columns;
            }
        }

        EndPage();
        return pages;

        void EndPage()
        {
            if (open)
            {
                pages.Add(new RecognizedPage(text.ToString(), words == 0 ? 0 : sum / words));
            }

            text.Clear();
            (sum, words, previous) = (0, 0, null);
        }
    }

    private static void Separate(StringBuilder text, string[]? previous, string[] word)
    {
        if (previous is null)
        {
            return;
        }

        // Chinese knows no spaces between words, also where a line was broken.
        var wide = text[^1] >= '\u2E80' && word[11][0] >= '\u2E80';
        text.Append(!previous.AsSpan(2, 2).SequenceEqual(word.AsSpan(2, 2)) ? "\n\n" : wide ? "" : " ");
    }
}
