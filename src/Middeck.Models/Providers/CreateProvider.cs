namespace Middeck.Models.Providers;

/// <summary>Asks for a new provider.</summary>
/// <param name="Name">1 to 40 of a-z, 0-9 and the hyphen.</param>
/// <param name="Kind">Such as <c>openai</c>: any endpoint that speaks OpenAI's API.</param>
/// <param name="BaseUrl">Up to and with <c>/v1</c>; OpenAI's own when it is left out.</param>
/// <param name="ApiKey">Encrypted at rest and never shown again.</param>
/// <param name="Models">What it offers; may be empty, then any name is passed on.</param>
/// <param name="Enabled">On unless it says false.</param>
public sealed record CreateProvider(
    string Name,
    string Kind,
    string? BaseUrl = null,
    string? ApiKey = null,
    IReadOnlyList<ProviderModelInput>? Models = null,
    bool? Enabled = null);
