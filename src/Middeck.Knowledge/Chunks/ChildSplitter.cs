using Middeck.Knowledge.Bases;
using Middeck.Knowledge.Chunking;
using Middeck.Knowledge.Indexing;

namespace Middeck.Knowledge.Chunks;

/// <summary>Makes the parts of a parent that people wrote, as reading the document in would.</summary>
internal static class ChildSplitter
{
    private const string ParentChild = "parent_child";

    /// <summary>Whether chunks that were made with these settings have parts.</summary>
    public static bool Applies(ChunkingSettings? settings) => settings?.Mode == ParentChild;

    /// <param name="content">The parent's text.</param>
    /// <param name="settings">What the document's chunks were made with.</param>
    public static IReadOnlyList<DraftChild> Split(string content, ChunkingSettings settings)
    {
        var parts = new SectionSplit(settings.ChildSeparator, settings.ChildMaxLength, settings.ChildOverlap);
        return [.. parts.Split(content).Select(part => new DraftChild(ChildKind.Child, part.In(content)))];
    }
}
