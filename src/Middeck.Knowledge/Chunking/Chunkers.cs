using System.Collections.Frozen;
using Middeck.Core.Errors;
using Middeck.Knowledge.Bases;

namespace Middeck.Knowledge.Chunking;

/// <summary>The chunkers by mode.</summary>
internal sealed class Chunkers(IEnumerable<IChunker> chunkers)
{
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
    }
}
