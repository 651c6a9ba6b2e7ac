using System.Text;

namespace Middeck.Search.Bench;

/// <summary>
/// Chunks of some hundred characters, English and Chinese in turn, whose words are as unequally frequent as real ones
/// (Zipf). The seed is fixed, so every run sees the same texts.
/// </summary>
internal sealed class SyntheticTexts(int seed)
{
    private const int Vocabulary = 50_000;
    private const int Characters = 5_000;

    private readonly Random _random = new(seed);

    public string[] Chunks(int count, int length = 500)
        => [.. Enumerable.Range(0, count).Select(number => Chunk(number % 2 == 0, length))];

    /// <summary>
    /// Questions of eight words, one of each two as frequent as in the texts, the other of middling frequency.
    /// </summary>
    public string[] LongQueries(int count) => [.. Enumerable.Range(0, count).Select(_ => LongQuery())];

    // A question: three words of middling frequency, as people ask for what they half remember.
    public string[] Queries(int count) => [.. Enumerable.Range(0, count).Select(number => Query(number % 2 == 0))];

    private string Chunk(bool isEnglish, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            if (isEnglish)
            {
                text.Append(Word(Zipf(Vocabulary))).Append(' ');
            }
            else
            {
                text.Append((char)(0x4E00 + Zipf(Characters)));
                text.Append(_random.Next(15) == 0 ? "，" : "");
            }
        }

        return text.ToString();
    }

    private string Query(bool isEnglish) => isEnglish
        ? string.Join(' ', Enumerable.Range(0, 3).Select(_ => Word(20 + _random.Next(5000))))
        : string.Concat(Enumerable.Range(0, 8).Select(_ => (char)(0x4E00 + Zipf(Characters))));

    private string LongQuery() => string.Join(
        ' ', Enumerable.Range(0, 8).Select(word => Word(word % 2 == 0 ? Zipf(Vocabulary) : 20 + _random.Next(5000))));

    // The inverse of the distribution function of 1/rank.
    private int Zipf(int count) => (int)Math.Pow(count, _random.NextDouble()) - 1;

    private static string Word(int rank)
    {
        const string Letters = "bdfgklmnprtvaeiou";
        var word = new StringBuilder();
        for (var rest = rank + Letters.Length; rest > 0; rest /= Letters.Length)
        {
            word.Append(Letters[rest % Letters.Length]).Append("aeiou"[rank % 5]);
        }

        return word.ToString();
    }
}
