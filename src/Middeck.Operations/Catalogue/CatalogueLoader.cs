using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>Reads <c>services.yaml</c>.</summary>
public static class CatalogueLoader
{
    /// <summary>The catalogue of a home; empty when it has none.</summary>
    /// <exception cref="RefusedException">The file has faults; the sentence has a line for each: file and line, key, what is allowed.</exception>
    public static ServiceCatalogue Load(MiddeckHome home)
        => File.Exists(home.ServicesFile) ? Parse(home, File.ReadAllText(home.ServicesFile)) : ServiceCatalogue.Empty;

    internal static ServiceCatalogue Parse(MiddeckHome home, string text)
    {
        var faults = new List<Message>();
        var file = new CatalogueSection(
            YamlValue.Parse(text, Path.GetFileName(home.ServicesFile)),
            "",
            CatalogueKeys.File,
            new Placeholders(home, "", new Dictionary<string, int>()),
            faults);
        var readers = (file.MappingOf("services")?.Pairs ?? [])
            .Select(pair => ReaderOf(home, pair, faults))
            .OfType<EntryReader>()
            .ToList();
        var ports = readers.ToDictionary(reader => reader.Name, reader => reader.ReadPorts());
        var numbers = ports
            .SelectMany(service => service.Value.Select(port => (Key: $"{service.Key}.{port.Name}", port.Number)))
            .ToDictionary(port => port.Key, port => port.Number);
        var services = readers.Select(reader => reader.Read(ports[reader.Name], numbers)).ToList();
        if (faults.Count == 0)
        {
            faults.AddRange(CatalogueRules.Check(services));
        }

        return faults.Count == 0
            ? new ServiceCatalogue(services)
            : throw new RefusedException(ExitCode.Configuration, CatalogueMessages.Together(faults));
    }

    private static EntryReader? ReaderOf(MiddeckHome home, YamlPair pair, List<Message> faults)
    {
        var key = $"services.{pair.Key}";
        if (!ServiceName.IsValid(pair.Key))
        {
            faults.Add(CatalogueMessages.Bad(pair.FileLine, key, ServiceName.Form, ServiceName.ChineseForm));
            return null;
        }

        if (CatalogueKeys.BuiltIn.Contains(pair.Key))
        {
            faults.Add(CatalogueMessages.Bad(
                pair.FileLine, key, "the platform itself has a part of this name; choose another", "平台自身已使用此名称，请换一个"));
            return null;
        }

        if (pair.Value is not YamlValue.Mapping mapping)
        {
            faults.Add(CatalogueMessages.Bad(
                pair.FileLine, key, "it must hold keys of its own, such as kind and command", "其下应有 kind、command 等键"));
            return null;
        }

        if (mapping.Find("preset") is not { Value: YamlValue.Scalar { Text: var name } } preset)
        {
            return new EntryReader(home, pair.Key, pair, mapping, faults);
        }

        if (ServicePresets.Find(name) is not { } below)
        {
            var sentence = CatalogueMessages.NoSuchPreset(
                name, CatalogueKeys.Nearest(name, ServicePresets.Names), ServicePresets.Names);
            faults.Add(CatalogueMessages.Bad(preset.FileLine, $"{key}.preset", sentence.English, sentence.Chinese));
            return null;
        }

        return new EntryReader(home, pair.Key, pair, WithLongPorts(mapping).Over(below), faults);
    }

    // "http: 9090" changes the number of a ready-made entry's port and leaves its purpose.
    private static YamlValue.Mapping WithLongPorts(YamlValue.Mapping mapping)
        => mapping.Find("ports") is { Value: YamlValue.Mapping ports } pair
            ? mapping with
            {
                Pairs = [.. mapping.Pairs.Select(other => other == pair ? pair with { Value = Long(ports) } : other)],
            }
            : mapping;

    private static YamlValue.Mapping Long(YamlValue.Mapping ports) => ports with
    {
        Pairs = [.. ports.Pairs.Select(port => port.Value is YamlValue.Scalar
            ? port with { Value = new YamlValue.Mapping(port.FileLine, [new YamlPair("number", port.FileLine, port.Value)]) }
            : port)],
    };
}
