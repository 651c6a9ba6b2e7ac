namespace Middeck.Knowledge.Ingestion.Readers;

/// <summary>Guesses what separates the values of a table: the character that most lines hold equally often outside of quotes.</summary>
internal static class CsvSeparator
{
    private const string Candidates = ",;\t|";
    private const int Lines = 50;

    public static char Guess(ReadOnlySpan<char> sample)
    {
        var (best, bestScore) = (',', 0);
        foreach (var candidate in Candidates)
        {
            // The lines that agree, and among equals the one that makes more columns.
            var common = Counts(sample, candidate).Where(static count => count > 0).GroupBy(static count => count)
                .Select(static same => (Lines: same.Count(), Columns: same.Key)).OrderByDescending(static same => same).FirstOrDefault();
            var score = (common.Lines * 1000) + Math.Min(common.Columns, 999);
            (best, bestScore) = score > bestScore ? (candidate, score) : (best, bestScore);
        }

        return best;
    }

    private static List<int> Counts(ReadOnlySpan<char> sample, char separator)
    {
        var counts = new List<int>();
        var (count, quoted) = (0, false);
        foreach (var character in sample)
        {
            switch (character)
            {
                case '"':
                    quoted = !quoted;
                    break;
                case '\n' when !quoted:
                    counts.Add(count);
                    count = 0;
                    break;
                default:
                    count += character == separator && !quoted ? 1 : 0;
                    break;
            }

            if (counts.Count == Lines)
            {
                return counts;
            }
        }

        counts.Add(count);
        return counts;
    }
}
