using System.Globalization;
using System.Text;

namespace Middeck.Knowledge.Tests.Backends.Servers;

/// <summary>
/// OpenSearch's analyzer <c>cjk</c> (https://docs.opensearch.org/latest/analyzers/language-analyzers/cjk/): words in lower case
/// without English stop words, Chinese characters as overlapping pairs, a lone one as itself.
/// </summary>
internal static class CjkAnalyzer
{
    private static readonly HashSet<string> StopWords =
    [
        "a", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not", "of", "on", "or", "s",
        "such", "t", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was", "will", "with", "www",
    ];

    public static List<string> Terms(string text)
    {
        var terms = new List<string>();
        var word = new StringBuilder();
        var han = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            var isHan = rune.Value is >= 0x3400 and <= 0x9FFF;
            if (isHan)
            {
                han.Append(rune);
            }
            else
            {
                EndHan(han, terms);
            }

            if (!isHan && Rune.IsLetterOrDigit(rune))
            {
                word.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture));
            }
            else
            {
                EndWord(word, terms);
            }
        }

        EndHan(han, terms);
        EndWord(word, terms);
        return terms;
    }

    private static void EndWord(StringBuilder word, List<string> terms)
    {
        if (word.Length > 0 && word.ToString() is var text && !StopWords.Contains(text))
        {
            terms.Add(text);
        }

        word.Clear();
    }

    private static void EndHan(StringBuilder han, List<string> terms)
    {
        for (var i = 0; i + 1 < han.Length || (i == 0 && han.Length == 1); i++)
        {
            terms.Add(han.ToString(i, Math.Min(2, han.Length)));
        }

        han.Clear();
    }
}
