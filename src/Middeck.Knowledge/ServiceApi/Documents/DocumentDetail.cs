using System.Diagnostics.CodeAnalysis;
using Middeck.Knowledge.ServiceApi.Documents.Rules;

namespace Middeck.Knowledge.ServiceApi.Documents;

/// <summary>A document with all that Dify tells of a single one.</summary>
internal sealed record DocumentDetail : ShownDocument
{
    /// <param name="document">What lists show of it.</param>
    /// <param name="dataset">How its dataset is cut.</param>
    /// <param name="own">How it is cut itself.</param>
    [SetsRequiredMembers]
    public DocumentDetail(DatasetDocument document, ProcessRule dataset, ProcessRule own) : base(document)
    {
        DataSourceInfo = document.DataSourceDetailDict;
        DatasetProcessRule = dataset;
        DocumentProcessRule = own;
    }

    public FileDetails DataSourceInfo { get; }

    public ProcessRule DatasetProcessRule { get; }

    public ProcessRule DocumentProcessRule { get; }

    public string? DocLanguage { get; init; }

    public string? DocType { get; init; }

    public long? CompletedAt { get; init; }

    public long UpdatedAt { get; init; }

    /// <summary>Seconds from the first stage to the last.</summary>
    public double? IndexingLatency { get; init; }

    public int SegmentCount { get; init; }

    public long AverageSegmentLength { get; init; }
}
