using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>Reads one service of a catalogue: first its ports, and when those of all are known the rest.</summary>
internal sealed class EntryReader(MiddeckHome home, string name, YamlPair pair, YamlValue.Mapping mapping, List<Message> faults)
{
    private static readonly Dictionary<string, int> NoPorts = [];

    private string Path => $"services.{name}";

    public string Name => name;

    public IReadOnlyList<ServicePort> ReadPorts()
    {
        // The section's other faults are noted when it is read as a whole.
        var section = new CatalogueSection(
            mapping, Path, CatalogueKeys.Service, new Placeholders(home, name, NoPorts), []);
        var ports = new List<ServicePort>();
        foreach (var port in section.MappingOf("ports")?.Pairs ?? [])
        {
            // "http: 9090" is short for "http: {number: 9090}".
            var full = port.Value as YamlValue.Mapping
                ?? new YamlValue.Mapping(port.FileLine, [new YamlPair("number", port.FileLine, port.Value)]);
            var part = new CatalogueSection(
                full, $"{Path}.ports.{port.Key}", CatalogueKeys.Port, new Placeholders(home, name, NoPorts), faults);
            if (!ServiceName.IsValid(port.Key))
            {
                faults.Add(CatalogueMessages.Bad(port.FileLine, $"{Path}.ports.{port.Key}", ServiceName.Form, ServiceName.ChineseForm));
            }

            if (!part.Has("number"))
            {
                part.Refuse("number", "it is missing; give the port's number from 1 to 65535", "缺少端口号（1 到 65535）");
            }
            else if (part.Number("number", 1, 65535) is { } number)
            {
                ports.Add(PortOf(port.Key, number, part));
            }
        }

        return ports;
    }

    public ServiceEntry Read(IReadOnlyList<ServicePort> own, IReadOnlyDictionary<string, int> ports)
    {
        var placeholders = new Placeholders(home, name, ports);
        var section = new CatalogueSection(mapping, Path, CatalogueKeys.Service, placeholders, faults);
        var kind = KindOf(section);
        var entry = new ServiceEntry(name, kind)
        {
            FileLine = pair.FileLine,
            Preset = section.Text("preset"),
            Description = section.Text("description") ?? "",
            IsEnabled = section.Bool("enabled") ?? true,
            Command = section.Words("command"),
            Folder = section.Text("folder") is { } folder ? System.IO.Path.GetFullPath(folder, home.Root) : null,
            ComposeFile = section.Text("compose_file"),
            Unit = section.Text("unit"),
            Url = section.Url("url"),
            Environment = section.Texts("environment"),
            Ports = own,
            DependsOn = section.Words("depends_on"),
            Health = HealthReader.Read(section.Section("health", CatalogueKeys.Health)),
            Restart = RestartOf(section.Section("restart", CatalogueKeys.Restart)),
            Limits = LimitsOf(section.Section("limits", CatalogueKeys.Limits)),
            Log = LogOf(section.Section("log", CatalogueKeys.Log)),
            StopTimeout = section.Duration("stop_timeout") ?? TimeSpan.FromSeconds(20),
            Files = section.Texts("files").ToDictionary(
                file => System.IO.Path.GetFullPath(file.Key, home.Root), file => file.Value),
            Route = RouteReader.Read(section.Section("route", CatalogueKeys.Route)),
        };
        KindCheck.Check(entry, section);
        return entry with { SecretFiles = placeholders.SecretFiles };
    }

    private static ServiceKind KindOf(CatalogueSection section) => section.OneOf("kind", CatalogueKeys.Kinds) switch
    {
        "systemd" => ServiceKind.Systemd,
        "compose" => ServiceKind.Compose,
        "url" => ServiceKind.Url,
        _ => ServiceKind.Process,
    };

    private static ServicePort PortOf(string key, int number, CatalogueSection part)
    {
        var defaults = new ServicePort(key, number);
        var address = part.Text("address") ?? defaults.Address;
        if (!System.Net.IPAddress.TryParse(address, out _))
        {
            part.Refuse("address", "it must be an IP address such as 127.0.0.1 or 0.0.0.0", "应为 IP 地址，例如 127.0.0.1 或 0.0.0.0");
        }

        return defaults with
        {
            Protocol = part.OneOf("protocol", CatalogueKeys.Protocols) ?? defaults.Protocol,
            Address = address,
            Purpose = part.Text("purpose") ?? defaults.Purpose,
            Layer = part.OneOf("layer", CatalogueKeys.Layers) ?? defaults.Layer,
            FileLine = part.PlaceOf("number"),
        };
    }

    private static ServiceRestart RestartOf(CatalogueSection? section)
    {
        var defaults = new ServiceRestart();
        return section is null ? defaults : new ServiceRestart
        {
            When = section.OneOf("when", CatalogueKeys.RestartWhen) switch
            {
                "on_failure" => RestartWhen.OnFailure,
                "never" => RestartWhen.Never,
                _ => RestartWhen.Always,
            },
            MostFailures = section.Number("most_failures", 1, 1000) ?? defaults.MostFailures,
            LongestPause = section.Duration("longest_pause") ?? defaults.LongestPause,
        };
    }

    private static ServiceLimits LimitsOf(CatalogueSection? section)
        => section is null
            ? new ServiceLimits()
            : new ServiceLimits(section.Size("memory"), section.Fraction("cpus"), section.Number("open_files", 16, 100_000_000));

    private static ServiceLog LogOf(CatalogueSection? section)
    {
        var defaults = new ServiceLog();
        return section is null
            ? defaults
            : new ServiceLog(section.Size("max_size") ?? defaults.MaximumBytes, section.Number("keep", 1, 1000) ?? defaults.Kept);
    }
}
