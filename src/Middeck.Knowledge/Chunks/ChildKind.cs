namespace Middeck.Knowledge.Chunks;

/// <summary>What a child is to its chunk.</summary>
internal enum ChildKind
{
    /// <summary>A part of it. A chunk with parts is found through them alone.</summary>
    Child,

    /// <summary>A question that it answers.</summary>
    Question,

    /// <summary>What it says in short.</summary>
    Summary,
}
