namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>A tag of a dataset.</summary>
internal sealed record DatasetTag(Guid Id, string Name, string Type);
