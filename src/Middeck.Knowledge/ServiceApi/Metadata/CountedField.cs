namespace Middeck.Knowledge.ServiceApi.Metadata;

/// <summary>A metadata field with the number of documents that have a value.</summary>
internal sealed record CountedField(Guid Id, string Name, string Type, long Count);
