using System.Collections.Frozen;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>The chunkers by mode.</summary>
internal sealed class Chunkers(IEnumerable<IChunker> chunkers)
{
    private const string ParentChild = "parent_child";

    private readonly FrozenDictionary<string, IChunker> _byMode = chunkers.ToFrozenDictionary(chunker => chunker.Mode);

    /// <summary>The chunker of settings that <see cref="Check"/> has accepted.</summary>
    public IChunker For(ChunkingSettings settings) => _byMode[settings.Mode];

    /// <exception cref="FaultException">The mode does not exist, or the values do not fit together.</exception>
    public void Check(ChunkingSettings settings)
    {
        if (!_byMode.ContainsKey(settings.Mode))
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.chunking_mode_not_available",
                $"The chunking mode must be one of: {string.Join(", ", _byMode.Keys.Order(StringComparer.Ordinal))}.",
                "chunking.mode"));
        }

        if (settings.Overlap * 2 > settings.MaxLength)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.overlap_too_long", "The overlap must be at most half of max_length.", "chunking.overlap"));
        }

        if (settings.Mode == ParentChild)
        {
            CheckChildren(settings);
        }
    }

    private static void CheckChildren(ChunkingSettings settings)
    {
        if (settings.ParentMode == ParentMode.Paragraph && settings.ChildMaxLength > settings.MaxLength)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.child_too_long", "child_max_length must be at most max_length.", "chunking.child_max_length"));
        }

        if (settings.ChildOverlap * 2 > settings.ChildMaxLength)
        {
            throw new FaultException(Fault.Invalid(
                "knowledge.child_overlap_too_long",
                "child_overlap must be at most half of child_max_length.",
                "chunking.child_overlap"));
        }
    }
}
