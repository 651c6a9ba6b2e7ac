namespace Middeck.Models.Providers;

/// <summary>A provider as people see it.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">The part of <c>provider/model</c> before the first slash.</param>
/// <param name="Kind">How it is spoken to.</param>
/// <param name="BaseUrl">Where it is; null for the builtin one.</param>
/// <param name="ApiKeyMasked">The last four characters behind dots; null without a key.</param>
/// <param name="Enabled">Whether its models may be called.</param>
/// <param name="Builtin">Whether it comes with the platform and cannot be changed.</param>
/// <param name="Models">What it offers.</param>
/// <param name="Status">What the last test found.</param>
/// <param name="LastError">The provider's own words at the last test that failed.</param>
/// <param name="LastCheckedAt">When it was last tested.</param>
/// <param name="CreatedAt">When it was made; null for the builtin one.</param>
/// <param name="UpdatedAt">When it was last changed; null for the builtin one.</param>
public sealed record Provider(
    Guid Id,
    string Name,
    string Kind,
    string? BaseUrl,
    string? ApiKeyMasked,
    bool Enabled,
    bool Builtin,
    IReadOnlyList<ProviderModel> Models,
    ProviderStatus Status,
    string? LastError,
    DateTimeOffset? LastCheckedAt,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? UpdatedAt);
