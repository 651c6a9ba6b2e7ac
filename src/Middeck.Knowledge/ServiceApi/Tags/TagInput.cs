namespace Middeck.Knowledge.ServiceApi.Tags;

/// <summary>The body of requests about one tag.</summary>
public sealed record TagInput
{
    /// <summary>Which.</summary>
    public string? TagId { get; init; }

    /// <summary>1 to 50 characters.</summary>
    public string? Name { get; init; }
}
