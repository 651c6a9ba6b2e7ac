namespace Middeck.Knowledge.ServiceApi.Documents.Rules;

/// <summary>The numbers of a process rule.</summary>
public sealed record ProcessRules
{
    /// <summary><c>remove_extra_spaces</c> and <c>remove_urls_emails</c>.</summary>
    public IReadOnlyList<PreProcessingRule>? PreProcessingRules { get; init; }

    /// <summary>How chunks are cut.</summary>
    public Segmentation? Segmentation { get; init; }

    /// <summary><c>paragraph</c> or <c>full-doc</c>.</summary>
    public string? ParentMode { get; init; }

    /// <summary>How the parts of a parent are cut.</summary>
    public Segmentation? SubchunkSegmentation { get; init; }
}
