namespace Middeck.Knowledge.ServiceApi.Datasets;

/// <summary>A person that a dataset is open to.</summary>
public sealed record PartialMember
{
    /// <summary>The person's id.</summary>
    public string? UserId { get; init; }
}
