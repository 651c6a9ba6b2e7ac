using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;

namespace Middeck.Knowledge.Chunks;

/// <summary>Makes the parts of a parent that people wrote, as reading the document in would.</summary>
internal sealed class ChildSplitter(Chunkers chunkers)
{
    private const string ParentChild = "parent_child";

    // Lines of at most so many characters.
    private const string Separator = "\n";
    private const int MaxLength = 200;

    /// <summary>Whether chunks that were made with these settings have parts.</summary>
    public static bool Applies(ChunkingSettings? settings) => settings?.Mode == ParentChild;

    /// <param name="content">The parent's text.</param>
    /// <param name="settings">What the document's chunks were made with.</param>
    public IReadOnlyList<DraftChild> Split(string content, ChunkingSettings settings)
    {
        var lines = settings with { Mode = "general", Separator = Separator, MaxLength = MaxLength, Overlap = 0 };
        return
        [
            .. chunkers.For(lines).Split(content, lines)
                .Select(range => new DraftChild(ChildKind.Child, content.Substring(range.Start, range.Length))),
        ];
    }
}
