using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>Cuts a text into the passages that are searched. Found by the mode's name.</summary>
internal interface IChunker
{
    /// <summary>The name in <see cref="ChunkingSettings.Mode"/>.</summary>
    string Mode { get; }

    /// <summary>
    /// Where a text that goes on can be cut so that its two halves give the chunks that the whole would: the last such place, or
    /// 0 when there is none.
    /// </summary>
    int CutAt(string text, ChunkingSettings settings);

    /// <summary>The chunks in the order of the text, without white space around them. They may overlap.</summary>
    IEnumerable<ChunkDraft> Split(TextPiece piece, ChunkingSettings settings);
}
