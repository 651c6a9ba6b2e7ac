namespace Middeck.Models.Catalogue;

/// <summary>All that a transport needs to speak to a provider. A class and no record, so that nothing prints its key.</summary>
internal sealed class ProviderConnection(string name, string kind, string baseUrl, string? apiKey, bool isTrusted)
{
    public string Name { get; } = name;

    public string Kind { get; } = kind;

    /// <summary>Ends with a slash, so that paths can be put behind it.</summary>
    public Uri BaseUri { get; } = new(baseUrl + "/");

    public string? ApiKey { get; } = apiKey;

    /// <summary>Whether an administrator chose the address, so that it may be a private one.</summary>
    public bool IsTrusted { get; } = isTrusted;
}
