namespace Middeck.Knowledge.Chunking;

internal static class Ranges
{
    /// <summary>The range without the white space at its ends; empty when there is nothing else.</summary>
    public static TextRange Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new TextRange(start, end - start);
    }
}
