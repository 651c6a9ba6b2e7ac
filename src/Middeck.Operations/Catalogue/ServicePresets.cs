using Middeck.Operations.Home;

namespace Middeck.Operations.Catalogue;

/// <summary>The ready-made entries: each is a mapping as it stands in <c>services.yaml</c>, whose keys an entry may override.</summary>
public static class ServicePresets
{
    private const string Prefix = "Presets/";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ServicePresets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The JSON schema of <c>services.yaml</c>.</summary>
    public static string Schema() => Read("services.schema.json");

    /// <summary>A ready-made entry's text.</summary>
    /// <exception cref="RefusedException">There is none of that name.</exception>
    public static string TextOf(string name) => Names.Contains(name)
        ? Read(Prefix + name)
        : throw new RefusedException(ExitCode.Usage, CatalogueMessages.NoSuchPreset(name, CatalogueKeys.Nearest(name, Names), Names));

    /// <summary>A ready-made entry as it would be in a home's catalogue.</summary>
    public static ServiceEntry Entry(MiddeckHome home, string name)
        => CatalogueLoader.Parse(home, $"services:\n  {name}:\n    preset: {name}\n").Services[0];

    internal static YamlValue.Mapping? Find(string name)
        => Names.Contains(name) ? YamlValue.Parse(TextOf(name), $"preset {name}") : null;

    private static string Read(string resource)
    {
        using var reader = new StreamReader(typeof(ServicePresets).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
