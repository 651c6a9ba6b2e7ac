namespace Middeck.Knowledge.ServiceApi.Documents.Rules;

/// <summary>How a document is cleaned and cut, in Dify's words; both read and written.</summary>
public sealed record ProcessRule
{
    /// <summary><c>automatic</c>, <c>custom</c> or <c>hierarchical</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The numbers of the last two.</summary>
    public ProcessRules? Rules { get; init; }
}
