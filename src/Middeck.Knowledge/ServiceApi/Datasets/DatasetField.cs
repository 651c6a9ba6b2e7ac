namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>A metadata field of a dataset.</summary>
internal sealed record DatasetField(string Id, string Name, string Type);
