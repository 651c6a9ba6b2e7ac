namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document's metadata alone, for <c>?metadata=only</c>.</summary>
internal sealed record DocumentMetadataOnly(Guid Id, string? DocType, IReadOnlyList<DocumentField> DocMetadata);
