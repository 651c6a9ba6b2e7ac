namespace Middeck.Knowledge.Indexing;

/// <summary>What a child is to its chunk.</summary>
internal enum ChildKind
{
    /// <summary>A part of its text, which is searched in its place.</summary>
    Part,

    /// <summary>A question that it answers.</summary>
    Question,

    /// <summary>What it says in short.</summary>
    Summary,
}
