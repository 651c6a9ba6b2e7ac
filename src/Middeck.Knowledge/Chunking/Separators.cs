namespace Middeck.Knowledge.Chunking;

internal static class Separators
{
    /// <summary>A separator as people write it, with <c>\n</c> and <c>\t</c> as two characters.</summary>
    public static string Unescape(string separator)
        => separator.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal);
}
