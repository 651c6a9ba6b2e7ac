namespace Middeck.Knowledge.ServiceApi.Models;

/// <summary>A provider with the models of one type that it has.</summary>
internal sealed record OfferedProvider(
    Guid TenantId,
    string Provider,
    OfferedLabel Label,
    OfferedLabel? IconSmall,
    OfferedLabel? IconSmallDark,
    string Status,
    IReadOnlyList<OfferedModel> Models);
