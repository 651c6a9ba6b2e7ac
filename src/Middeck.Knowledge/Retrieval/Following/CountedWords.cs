using Middeck.Storage.Sql;

namespace Middeck.Knowledge.Retrieval.Following;

/// <summary>How rare the words of a query are in a base, as far as its sample tells.</summary>
internal static class CountedWords
{
    private const int MostWords = 32;

    /// <summary>Rarest first; a longer query leaves its most frequent words out.</summary>
    public static async Task<IReadOnlyList<CountedWord>> ReadAsync(
        Database database, Guid baseId, string[] words, int sampleOf, CancellationToken cancellationToken)
    {
        string[] asked = [.. words, WordMarks.Any];
        var rows = await database.QueryAsync(
            $"SELECT word, entries FROM knowledge.word_count WHERE base_id = {baseId} AND word = ANY({asked})",
            static row => KeyValuePair.Create(row.At<string>(0), row.At<long>(1)),
            cancellationToken);
        var counts = rows.ToDictionary();
        double all = (counts.GetValueOrDefault(WordMarks.Any) + 1) * sampleOf;
        return
        [
            .. words.Select(word =>
                {
                    double found = Math.Clamp(counts.GetValueOrDefault(word) * sampleOf, 0, all);
                    return new CountedWord(word, found, (float)Math.Log(1 + ((all - found + 0.5) / (found + 0.5))));
                })
                .OrderBy(static word => word.Entries)
                .Take(MostWords),
        ];
    }

    /// <summary>The rarest words that together stand in at most so many entries, but one in any case.</summary>
    public static IEnumerable<CountedWord> Rarest(IReadOnlyList<CountedWord> words, int mostEntries)
    {
        double entries = 0;
        foreach (var word in words)
        {
            entries += word.Entries;
            if (entries > mostEntries && word != words[0])
            {
                yield break;
            }

            yield return word;
        }
    }
}
