using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>Cuts a text into the passages that are searched. Found by the mode's name.</summary>
internal interface IChunker
{
    /// <summary>The name in <see cref="ChunkingSettings.Mode"/>.</summary>
    string Mode { get; }

    /// <summary>The chunks in the order of the text, without white space around them. They may overlap.</summary>
    IReadOnlyList<TextRange> Split(string text, ChunkingSettings settings);
}
