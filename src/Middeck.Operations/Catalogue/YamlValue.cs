using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Middeck.Operations.Catalogue;

/// <summary>A value of a YAML file that still knows where it stands.</summary>
/// <param name="FileLine">Such as <c>services.yaml:12</c>.</param>
internal abstract record YamlValue(string FileLine)
{
    public sealed record Scalar(string FileLine, string Text) : YamlValue(FileLine);

    public sealed record Sequence(string FileLine, IReadOnlyList<YamlValue> Items) : YamlValue(FileLine);

    public sealed record Mapping(string FileLine, IReadOnlyList<YamlPair> Pairs) : YamlValue(FileLine)
    {
        public YamlPair? Find(string key) => Pairs.FirstOrDefault(pair => pair.Key == key);

        /// <summary>These pairs over those: a mapping in both is merged, anything else is replaced.</summary>
        public Mapping Over(Mapping below) => new(
            FileLine,
            [
                .. below.Pairs.Select(pair => Find(pair.Key) switch
                {
                    null => pair,
                    { Value: Mapping own } mine when pair.Value is Mapping theirs => mine with { Value = own.Over(theirs) },
                    var mine => mine,
                }),
                .. Pairs.Where(pair => below.Find(pair.Key) is null),
            ]);
    }

    /// <summary>Reads a text; an empty one is an empty mapping.</summary>
    /// <exception cref="RefusedException">It is not YAML or not a mapping.</exception>
    public static Mapping Parse(string text, string file)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return (stream.Documents.Count == 0 ? null : Of(stream.Documents[0].RootNode, file)) switch
            {
                null or Scalar { Text: "" } => new Mapping($"{file}:1", []),
                Mapping mapping => mapping,
                var other => throw Refusal(other.FileLine, "expected 'services:' and indented entries"),
            };
        }
        catch (YamlException ex)
        {
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"{file}:{ex.Start.Line}"), ex.Message);
        }
    }

    private static YamlValue Of(YamlNode node, string file)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{file}:{node.Start.Line}");
        return node switch
        {
            YamlMappingNode mapping => new Mapping(line, [.. mapping.Children.Select(pair => PairOf(pair, file))]),
            YamlSequenceNode sequence => new Sequence(line, [.. sequence.Children.Select(child => Of(child, file))]),
            YamlScalarNode { Style: ScalarStyle.Plain, Value: "~" or "null" } => new Scalar(line, ""),
            YamlScalarNode scalar => new Scalar(line, scalar.Value ?? ""),
            _ => throw new YamlException(node.Start, node.End, "this form of YAML is not understood here"),
        };
    }

    private static YamlPair PairOf(KeyValuePair<YamlNode, YamlNode> pair, string file)
        => pair.Key is YamlScalarNode key
            ? new YamlPair(
                key.Value ?? "", string.Create(CultureInfo.InvariantCulture, $"{file}:{key.Start.Line}"), Of(pair.Value, file))
            : throw new YamlException(pair.Key.Start, pair.Key.End, "a key must be a word");

    private static RefusedException Refusal(string fileLine, string reason)
        => new(ExitCode.Configuration, CatalogueMessages.NotYaml(fileLine, reason));
}

/// <summary>A key and its value.</summary>
internal sealed record YamlPair(string Key, string FileLine, YamlValue Value);
