namespace Middeck.Models.Providers;

/// <summary>Changes what it names and leaves the rest.</summary>
/// <param name="Name">As at creation.</param>
/// <param name="BaseUrl">Another host needs the key again, so that nobody can have the old one sent elsewhere.</param>
/// <param name="ApiKey">Left out: the key stays. Empty: it is removed.</param>
/// <param name="Models">The whole list.</param>
/// <param name="Enabled">Whether its models may be called.</param>
public sealed record UpdateProvider(
    string? Name = null,
    string? BaseUrl = null,
    string? ApiKey = null,
    IReadOnlyList<ProviderModelInput>? Models = null,
    bool? Enabled = null);
