namespace Middeck.Knowledge.Bases;

/// <summary>Who chooses the documents that are searched; the words are Dify's.</summary>
public enum FilterMode
{
    /// <summary>Nobody: all are searched.</summary>
    Disabled,

    /// <summary>A chat model writes the conditions from the question.</summary>
    Automatic,

    /// <summary>The conditions are given.</summary>
    Manual,
}
