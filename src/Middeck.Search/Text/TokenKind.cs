namespace Middeck.Search.Text;

internal enum TokenKind
{
    Word,

    /// <summary>Two neighbouring CJK characters.</summary>
    CjkPair,

    /// <summary>One character of a longer CJK run: indexed so that a query of one character finds it.</summary>
    CjkCharacter,

    /// <summary>A CJK character without a CJK neighbour; for it there is no pair.</summary>
    CjkSingle,
}
