using System.Text;

namespace Middeck.Studio.Answering;

/// <summary>
/// Writes a text in the one form in which it is compared: full-width letters, digits and signs become half-width ones, and marks
/// that nobody sees, which are put between letters to hide a word, go. Case is left to the comparison.
/// </summary>
internal static class TextFold
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const char WideSpace = '\u3000';
    private const int Distance = FirstWide - '!';

    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\u0001', '\u009F'))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case >= FirstWide and <= LastWide:
                    folded.Append((char)(letter - Distance));
                    break;
                case WideSpace or '\u00A0':
                    folded.Append(' ');
                    break;
                case '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF':
                    break;
                default:
                    folded.Append(letter);
                    break;
            }
        }

        return folded.ToString();
    }
}
