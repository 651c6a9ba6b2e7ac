namespace Middeck.Operations.Language;

/// <summary>One sentence in both languages. They stand side by side, so that nobody changes one and forgets the other.</summary>
/// <param name="English">The English sentence, with its final full stop.</param>
/// <param name="Chinese">The same in simplified Chinese.</param>
public sealed record Message(string English, string Chinese)
{
    /// <summary>The sentence in one language.</summary>
    public string In(Tongue tongue) => tongue == Tongue.Chinese ? Chinese : English;

    /// <summary>Somebody else's words within a sentence of ours: without their full stop.</summary>
    public static string Quote(string words) => words.TrimEnd('.', '。', ' ');

    /// <summary>Somebody else's words as an English sentence: with a full stop, unless they end with another mark.</summary>
    public static string Sentence(string words)
        => Quote(words) is var text && text.EndsWith('?') || text.EndsWith('!') ? text : $"{text}.";

    /// <summary>The English sentence: logs are in English.</summary>
    public override string ToString() => English;
}
