using System.Collections.Frozen;

namespace Middeck.Knowledge.Sources;

/// <summary>The readers by kind.</summary>
internal sealed class SourceReaders(IEnumerable<ISourceReader> readers)
{
    private readonly FrozenDictionary<SourceKind, ISourceReader> _byKind =
        readers.ToFrozenDictionary(static reader => reader.Kind);

    public ISourceReader For(SourceKind kind) => _byKind[kind];
}
