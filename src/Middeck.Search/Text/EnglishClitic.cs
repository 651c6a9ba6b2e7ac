namespace Middeck.Search.Text;

/// <summary>The endings that English hangs on a word with an apostrophe: the company's, we'll, isn't.</summary>
internal static class EnglishClitic
{
    private static readonly string[] Endings = ["s", "t", "d", "m", "ll", "re", "ve"];

    /// <summary>
    /// The length of the ending, apostrophe included, that stands at the position; 0 when there is none.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length || text[position] is not ('\'' or '\u2019' or '\uFF07'))
        {
            return 0;
        }

        var rest = text[(position + 1)..];
        foreach (var ending in Endings)
        {
            if (rest.StartsWith(ending, StringComparison.OrdinalIgnoreCase) && EndsAt(rest, ending.Length))
            {
                return ending.Length + 1;
            }
        }

        return 0;
    }

    private static bool EndsAt(ReadOnlySpan<char> text, int position)
        => position == text.Length
            || CharacterClasses.At(text, position, out _, out _) is CharacterClass.Separator or CharacterClass.Cjk;
}
