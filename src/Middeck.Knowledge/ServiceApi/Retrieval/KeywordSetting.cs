namespace Middeck.Knowledge.ServiceApi.Retrieval;

/// <summary>The weight of the words.</summary>
public sealed record KeywordSetting
{
    /// <summary>0 to 1.</summary>
    public double? KeywordWeight { get; init; }
}
