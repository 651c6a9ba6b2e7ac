namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>Whether a model writes summaries that are searched beside the chunks.</summary>
public sealed record SummaryIndexSetting
{
    /// <summary>Whether it does.</summary>
    public bool? Enable { get; init; }

    /// <summary>The chat model.</summary>
    public string? ModelName { get; init; }

    /// <summary>Its provider.</summary>
    public string? ModelProviderName { get; init; }

    /// <summary>Dify's own prompt text; summaries here are written to one of ours.</summary>
    public string? SummaryPrompt { get; init; }
}
