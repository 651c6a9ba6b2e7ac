namespace Middeck.Search.Text;

/// <summary>
/// The inflections of Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980), its steps 1 and 5a:
/// plurals, -ed, -ing, the final y and e. The steps between join words that a reader would not (general, generic).
/// </summary>
internal static class EnglishStemmer
{
    /// <summary>
    /// Stems a lower-case word in place and returns its new length. A word with anything but a-z is left alone.
    /// </summary>
    public static int Stem(Span<char> word)
    {
        if (word.Length <= 3 || word.ContainsAnyExceptInRange('a', 'z'))
        {
            return word.Length;
        }

        var length = StripPlural(word);
        length = StripPastOrGerund(word[..length]);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }

        return word[length - 1] == 'e' && LosesFinalE(word[..(length - 1)]) ? length - 1 : length;
    }

    // machine and boxe(s) do, hope does not: hop is another word.
    private static bool LosesFinalE(ReadOnlySpan<char> stem)
        => Measure(stem) is var measure && (measure > 1 || (measure == 1 && !EndsConsonantVowelConsonant(stem)));

    private static int StripPlural(ReadOnlySpan<char> word)
    {
        if (word.EndsWith("sses") || word.EndsWith("ies"))
        {
            return word.Length - 2;
        }

        return word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? word.Length - 1 : word.Length;
    }

    private static int StripPastOrGerund(Span<char> word)
    {
        if (word.EndsWith("eed"))
        {
            return Measure(word[..^3]) > 0 ? word.Length - 1 : word.Length;
        }

        var suffix = word.EndsWith("ed") ? 2 : word.EndsWith("ing") ? 3 : 0;
        if (suffix == 0 || !HasVowel(word[..^suffix]))
        {
            return word.Length;
        }

        return RestoreEnding(word, word.Length - suffix);
    }

    // hop(ped) loses a p, fil(ing) gets its e back.
    private static int RestoreEnding(Span<char> word, int length)
    {
        var stem = word[..length];
        if (stem.EndsWith("at") || stem.EndsWith("bl") || stem.EndsWith("iz"))
        {
            word[length] = 'e';
            return length + 1;
        }

        if (length > 1 && stem[^1] == stem[^2] && IsConsonant(stem, length - 1) && stem[^1] is not ('l' or 's' or 'z'))
        {
            return length - 1;
        }

        if (Measure(stem) == 1 && EndsConsonantVowelConsonant(stem))
        {
            word[length] = 'e';
            return length + 1;
        }

        return length;
    }

    // Porter's m: how many times a consonant follows a vowel.
    private static int Measure(ReadOnlySpan<char> stem)
    {
        var measure = 0;
        for (var i = 1; i < stem.Length; i++)
        {
            if (IsConsonant(stem, i) && !IsConsonant(stem, i - 1))
            {
                measure++;
            }
        }

        return measure;
    }

    private static bool HasVowel(ReadOnlySpan<char> stem)
    {
        for (var i = 0; i < stem.Length; i++)
        {
            if (!IsConsonant(stem, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsConsonantVowelConsonant(ReadOnlySpan<char> stem)
        => stem.Length >= 3
            && IsConsonant(stem, stem.Length - 3)
            && !IsConsonant(stem, stem.Length - 2)
            && IsConsonant(stem, stem.Length - 1)
            && stem[^1] is not ('w' or 'x' or 'y');

    private static bool IsConsonant(ReadOnlySpan<char> word, int position) => word[position] switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' => false,
        'y' => position == 0 || !IsConsonant(word, position - 1),
        _ => true,
    };
}
