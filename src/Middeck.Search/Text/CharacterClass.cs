namespace Middeck.Search.Text;

/// <summary>What a character does in a scan.</summary>
internal enum CharacterClass
{
    Separator,
    Word,
    Cjk,

    /// <summary>Goes on with a word but does not begin one: combining marks, the soft hyphen.</summary>
    Mark,
}
