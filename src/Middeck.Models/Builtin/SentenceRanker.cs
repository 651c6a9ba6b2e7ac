using Middeck.Search.Reranking;
using Middeck.Search.Text;

namespace Middeck.Models.Builtin;

/// <summary>
/// Ranks the context's sentences by how much of the question they cover, a third of it by how well their whole passage does:
/// a short sentence under the right heading often holds the answer without repeating the question.
/// </summary>
internal static class SentenceRanker
{
    private const int MostQuotes = 3;
    private const int LongestQuote = 400;
    private const double SentenceShare = 0.7;

    // Below the first nothing fits; behind the best, only what is nearly as good is worth reading.
    private const double LeastScore = 0.2;
    private const double LeastShareOfBest = 0.6;

    public static IReadOnlyList<Quote> Rank(string question, IReadOnlyList<ContextPassage> passages)
    {
        var telling = QuestionWords.Strip(question);
        var quotes = passages.SelectMany(Sentences).DistinctBy(quote => quote.Sentence).ToList();
        if (quotes.Count == 0)
        {
            return [];
        }

        var bySentence = LexicalRerank.Score(telling, [.. quotes.Select(quote => quote.Sentence)]);
        var byPassage = passages
            .Zip(LexicalRerank.Score(telling, [.. passages.Select(passage => passage.Text)]))
            .GroupBy(pair => pair.First.Number)
            .ToDictionary(group => group.Key, group => group.Max(pair => pair.Second));
        var ranked = quotes
            .Select((quote, i) => quote with
            {
                Score = bySentence[i] <= 0
                    ? 0
                    : (SentenceShare * bySentence[i]) + ((1 - SentenceShare) * byPassage[quote.Number]),
            })
            .OrderByDescending(quote => quote.Score)
            .Take(MostQuotes)
            .ToList();
        var bar = Math.Max(LeastScore, ranked[0].Score * LeastShareOfBest);
        return [.. ranked.Where(quote => quote.Score >= bar)];
    }

    private static IEnumerable<Quote> Sentences(ContextPassage passage)
    {
        foreach (var range in SentenceSplitter.Split(passage.Text))
        {
            var sentence = passage.Text.Substring(range.Start, range.Length).TrimStart('#', '-', '*', '•', '>', ' ');
            if (sentence.Length > 0)
            {
                yield return new Quote(
                    sentence.Length <= LongestQuote ? sentence : $"{sentence[..LongestQuote]}…", passage.Number, 0);
            }
        }
    }
}
