using Middeck.Knowledge.Metadata;

namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>The metadata fields that every dataset has.</summary>
internal sealed record BuiltInFields(IReadOnlyList<BuiltInField> Fields);
