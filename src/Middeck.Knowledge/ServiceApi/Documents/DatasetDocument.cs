namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document as Dify's lists show it.</summary>
internal sealed record DatasetDocument : ShownDocument
{
    public required FileReference DataSourceInfo { get; init; }

    public required FileDetails DataSourceDetailDict { get; init; }

    public required long WordCount { get; init; }
}
