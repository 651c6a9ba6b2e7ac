namespace Middeck.Models.Providers;

/// <summary>Asks to try a provider before it is saved.</summary>
/// <param name="Kind">As at creation.</param>
/// <param name="BaseUrl">As at creation.</param>
/// <param name="ApiKey">As at creation.</param>
public sealed record TestProvider(string Kind, string? BaseUrl = null, string? ApiKey = null);
