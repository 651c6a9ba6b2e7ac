namespace Middeck.Knowledge.ServiceApi.Documents.Rules;

/// <summary>A way of cleaning, switched on or off.</summary>
public sealed record PreProcessingRule
{
    /// <summary>Which.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it is done.</summary>
    public bool? Enabled { get; init; }
}
