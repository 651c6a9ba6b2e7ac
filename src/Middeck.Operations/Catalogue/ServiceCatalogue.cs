namespace Middeck.Operations.Catalogue;

/// <summary>The services of a home besides the platform's own parts, checked as a whole.</summary>
/// <param name="Services">In the order of the file.</param>
public sealed record ServiceCatalogue(IReadOnlyList<ServiceEntry> Services)
{
    /// <summary>A catalogue without services.</summary>
    public static ServiceCatalogue Empty { get; } = new([]);

    /// <summary>A service by its name; null when the catalogue has none of that name.</summary>
    public ServiceEntry? Find(string name) => Services.FirstOrDefault(service => service.Name == name);
}
