namespace Middeck.Search.Text;

/// <summary>A part of a text, in UTF-16 units.</summary>
public readonly record struct TextRange(int Start, int Length)
{
    /// <summary>The first position behind the range.</summary>
    public int End => Start + Length;
}
