namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>The metadata fields of a dataset.</summary>
internal sealed record ShownFields(IReadOnlyList<CountedField> DocMetadata, bool BuiltInFieldEnabled);
