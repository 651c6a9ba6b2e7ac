using Middeck.Search.Text;

namespace Middeck.Search.Embedding;

/// <summary>
/// How much each kind of feature counts. A vector has no statistics of the collection to tell rare words from common
/// ones, so the common ones are listed: English stop words and the characters that half of all Chinese text is made of.
/// </summary>
internal static class FeatureWeights
{
    public const float Trigram = 0.4f;

    private const float Word = 1.0f;
    private const float StopWord = 0.1f;
    private const float CjkPair = 1.0f;
    private const float CjkCharacter = 0.8f;

    public static float Of(TokenKind kind, ReadOnlySpan<char> term) => kind switch
    {
        TokenKind.Word => EnglishStopWords.Contains(term) ? StopWord : Word,
        TokenKind.CjkCharacter => CjkCharacter * CommonChineseCharacters.WeightOf(term),
        _ => CjkPair * CommonChineseCharacters.WeightOf(term),
    };
}
