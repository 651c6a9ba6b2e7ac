using Middeck.Knowledge.Metadata;

namespace Middeck.Knowledge.Transfer;

/// <summary>A metadata field of an exported base.</summary>
internal sealed record ArchivedField
{
    public string Name { get; init; } = "";

    public MetadataType Type { get; init; }
}
