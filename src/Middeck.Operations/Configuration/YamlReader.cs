using System.Globalization;
using Middeck.Operations.Language;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Middeck.Operations.Configuration;

/// <summary>Reads <c>middeck.yaml</c> into entries that know their lines.</summary>
internal static class YamlReader
{
    /// <summary>All values of a file that exists.</summary>
    /// <exception cref="RefusedException">It is not YAML, or not a mapping.</exception>
    public static IReadOnlyList<ConfigurationEntry> Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path);
            return Parse(reader, path);
        }
        catch (UnauthorizedAccessException ex)
        {
            throw new RefusedException(ExitCode.Configuration, NotYaml(path, ex.Message), ex);
        }
    }

    /// <summary>All values of a text; the path names it in refusals.</summary>
    /// <exception cref="RefusedException">It is not YAML, or not a mapping.</exception>
    public static IReadOnlyList<ConfigurationEntry> Parse(string text, string path) => Parse(new StringReader(text), path);

    private static List<ConfigurationEntry> Parse(TextReader reader, string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            var stream = new YamlStream();
            stream.Load(reader);
            var entries = new List<ConfigurationEntry>();
            if (stream.Documents.Count > 0)
            {
                Collect(stream.Documents[0].RootNode, "", "", name, entries);
            }

            return entries;
        }
        catch (YamlException ex)
        {
            var line = ex.Start.Line.ToString(CultureInfo.InvariantCulture);
            throw new RefusedException(ExitCode.Configuration, NotYaml($"{name}:{line}", ex.Message), ex);
        }
    }

    private static void Collect(
        YamlNode node, string key, string spelling, string file, List<ConfigurationEntry> entries)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (name, value) in mapping.Children)
                {
                    var text = ((YamlScalarNode)name).Value ?? "";
                    Collect(
                        value, Join(key, ConfigurationEntry.Normalize(text), ":"), Join(spelling, text, "."), file, entries);
                }

                break;
            case YamlSequenceNode sequence:
                for (var index = 0; index < sequence.Children.Count; index++)
                {
                    var number = index.ToString(CultureInfo.InvariantCulture);
                    Collect(sequence.Children[index], Join(key, number, ":"), $"{spelling}[{number}]", file, entries);
                }

                break;
            case YamlScalarNode scalar when key.Length > 0:
                entries.Add(new ConfigurationEntry(key, ValueOf(scalar), spelling, PlaceOf(node, file)));
                break;
            case YamlScalarNode { Value: null or "" }:
                break;
            default:
                throw new YamlException(node.Start, node.End, "expected 'section:' and indented 'key: value' lines");
        }
    }

    private static string Join(string left, string right, string separator) => left.Length == 0 ? right : left + separator + right;

    private static string PlaceOf(YamlNode node, string file)
        => $"{file}:{node.Start.Line.ToString(CultureInfo.InvariantCulture)}";

    private static string? ValueOf(YamlScalarNode scalar)
        => scalar.Style == ScalarStyle.Plain && scalar.Value is null or "" or "~" or "null" ? null : scalar.Value;

    private static Message NotYaml(string place, string reason) => new(
        $"{place}: the file is not readable as YAML: {Message.Sentence(reason)}",
        $"{place}：文件不是有效的 YAML：{Message.Quote(reason)}。");
}
