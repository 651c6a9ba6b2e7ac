using System.Globalization;
using System.Text.RegularExpressions;
using Middeck.Operations.Home;
using Middeck.Operations.Language;

namespace Middeck.Operations.Catalogue;

/// <summary>
/// What stands in <c>${…}</c>: <c>${port:http}</c>, <c>${port:other.http}</c>, <c>${home}</c>, <c>${data}</c>,
/// <c>${secret_file:word}</c>. <c>$${</c> is a plain <c>${</c>.
/// </summary>
/// <param name="home">The home.</param>
/// <param name="service">The service whose texts are read.</param>
/// <param name="ports">The ports of all services: <c>service.port</c> to number.</param>
internal sealed partial class Placeholders(MiddeckHome home, string service, IReadOnlyDictionary<string, int> ports)
{
    /// <summary>Ports of the platform's own parts. Their numbers are known when a service starts, so they stay as they are until then.</summary>
    public static readonly string[] BuiltInPorts = ["platform.http", "postgres.sql"];

    private readonly HashSet<string> _secretFiles = [];

    /// <summary>The folder for a service's own data.</summary>
    public static string DataFolder(MiddeckHome home, string service) => Path.Combine(home.Root, "data", service);

    /// <summary>The files of the secrets that were named.</summary>
    public IReadOnlyList<string> SecretFiles => [.. _secretFiles];

    /// <summary>The text with everything replaced; what cannot be is reported and stays.</summary>
    public string Fill(string text, Action<Message> refuse) => text.Contains("${", StringComparison.Ordinal)
        ? Pattern().Replace(text, match => match.Value.StartsWith("$$", StringComparison.Ordinal)
            ? match.Value[1..]
            : Value(match.Groups[1].Value, match.Groups[2].Value, match.Value, refuse))
        : text;

    /// <summary>Puts in the ports of the platform's own parts.</summary>
    public static string FillBuiltIn(string text, int platform, int postgres) => text
        .Replace("${port:platform.http}", platform.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("${port:postgres.sql}", postgres.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private string Value(string kind, string name, string whole, Action<Message> refuse)
    {
        switch (kind)
        {
            case "home" when name.Length == 0:
                return home.Root;
            case "data" when name.Length == 0:
                return DataFolder(home, service);
            case "secret_file" when SecretName().IsMatch(name):
                var file = Path.Combine(home.Keys, $"service.{service}.{name}");
                _secretFiles.Add(file);
                return file;
            case "port" when BuiltInPorts.Contains(name):
                return whole;
            case "port" when ports.TryGetValue(name.Contains('.', StringComparison.Ordinal) ? name : $"{service}.{name}", out var port):
                return port.ToString(CultureInfo.InvariantCulture);
            case "port":
                var known = ports.Keys.Concat(BuiltInPorts)
                    .Select(key => key.StartsWith($"{service}.", StringComparison.Ordinal) ? key[(service.Length + 1)..] : key)
                    .ToList();
                refuse(new Message(
                    $"{whole}: there is no such port; there are {string.Join(", ", known)}",
                    $"{whole}：没有这个端口；可用：{string.Join("、", known)}"));
                return whole;
            default:
                refuse(new Message(
                    $"{whole}: this is not known; allowed are ${{port:NAME}}, ${{port:SERVICE.NAME}}, ${{home}}, ${{data}}, ${{secret_file:NAME}}, and $${{ for a plain ${{",
                    $"{whole}：无法识别；可用：${{port:NAME}}、${{port:SERVICE.NAME}}、${{home}}、${{data}}、${{secret_file:NAME}}，以及 $${{（原样的 ${{）"));
                return whole;
        }
    }

    [GeneratedRegex(@"\$\$\{|\$\{([a-z_]*):?([^}]*)\}")]
    private static partial Regex Pattern();

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex SecretName();
}
