namespace Middeck.Knowledge.ServiceApi.Tags;

/// <summary>Gives tags to a dataset, or takes them away.</summary>
public sealed record TagBindingInput
{
    /// <summary>Which tags.</summary>
    public IReadOnlyList<string>? TagIds { get; init; }

    /// <summary>One tag, as it was said before there could be several.</summary>
    public string? TagId { get; init; }

    /// <summary>The dataset.</summary>
    public string? TargetId { get; init; }
}
