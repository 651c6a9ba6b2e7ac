using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Middeck.Studio.Transfer;

/// <summary>
/// Reads one YAML document into JSON. Aliases are written out, and what they come to counts: a short file that unfolds into a
/// huge tree is refused before it is one.
/// </summary>
internal sealed class YamlJson
{
    // As deep as the JSON that the database gives back can be read, with some room for what is put around it.
    private const int Deepest = 50;

    // About what a value costs in memory, so that a large file of many small values counts for what it becomes.
    private const int ValueWeight = 100;

    private readonly Parser _parser;
    private readonly long _mostWeight;
    private readonly Dictionary<AnchorName, (JsonNode? Node, long Weight)> _anchors = [];
    private long _weight;

    private YamlJson(string text, long mostWeight)
        => (_parser, _mostWeight) = (new Parser(new StringReader(text)), mostWeight);

    /// <summary>The document.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="mostWeight">How many characters there may be in it when all aliases are written out, a value counting as 100.</param>
    /// <exception cref="Core.Errors.FaultException"><c>apps.import_invalid_yaml</c> with the line.</exception>
    public static JsonElement Read(string text, long mostWeight)
    {
        var reader = new YamlJson(text, mostWeight);
        try
        {
            return JsonSerializer.SerializeToElement(reader.ReadDocument(), Core.Json.Snake);
        }
        catch (YamlException ex)
        {
            throw YamlFaults.Invalid(ex.Start.Line, ex.Message);
        }
        catch (Exception ex) when (ex is ArgumentException or InvalidOperationException)
        {
            // How the parser says that a tag is no address, an escape no character, or a blank in a place where none may be.
            throw YamlFaults.Invalid(reader._parser.Current?.End.Line ?? 1, ex.Message);
        }
    }

    private JsonNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out var end))
        {
            throw YamlFaults.Invalid(end.Start.Line, "The file is empty.");
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(1);
        _parser.Consume<DocumentEnd>();
        return _parser.Accept<StreamEnd>(out _)
            ? root
            : throw YamlFaults.Invalid(_parser.Current!.Start.Line, "There is more than one document in the file.");
    }

    private JsonNode? ReadNode(int depth)
    {
        var at = _parser.Current ?? throw YamlFaults.Invalid(1, "The file ends too early.");
        if (depth > Deepest)
        {
            throw TooDeep(at);
        }

        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Copy(alias, depth);
        }

        var before = _weight;
        var anchor = ((NodeEvent)at).Anchor;
        var node = at switch
        {
            MappingStart mapping => ReadMapping(mapping, depth),
            SequenceStart sequence => ReadSequence(sequence, depth),
            _ => ReadScalar(),
        };
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = (node, _weight - before);
        }

        return node;
    }

    private JsonObject ReadMapping(MappingStart start, int depth)
    {
        YamlScalar.RefuseTag(start.Tag, start.Start.Line, "map");
        _parser.MoveNext();
        Weigh(ValueWeight, start);
        var mapping = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var key = _parser.Accept<Scalar>(out var scalar) ? scalar : throw YamlFaults.Invalid(
                _parser.Current!.Start.Line, "The name of a value must be plain text.");
            _parser.MoveNext();
            Weigh(key.Value.Length, key);
            RefuseKey(mapping, key);
            mapping[key.Value] = ReadNode(depth + 1);
        }

        return mapping;
    }

    private JsonArray ReadSequence(SequenceStart start, int depth)
    {
        YamlScalar.RefuseTag(start.Tag, start.Start.Line, "seq");
        _parser.MoveNext();
        Weigh(ValueWeight, start);
        var sequence = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            sequence.Add(ReadNode(depth + 1));
        }

        return sequence;
    }

    private JsonNode? ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        Weigh(ValueWeight + scalar.Value.Length, scalar);
        return YamlScalar.Read(scalar);
    }

    private JsonNode? Copy(AnchorAlias alias, int depth)
    {
        // An anchor is known when its value is read to the end: one that holds itself is not.
        if (!_anchors.TryGetValue(alias.Value, out var target))
        {
            throw YamlFaults.Invalid(alias.Start.Line, $"There is no value '&{alias.Value}' in front of this place.");
        }

        Weigh(target.Weight, alias);
        if (depth - 1 + HeightOf(target.Node) > Deepest)
        {
            throw TooDeep(alias);
        }

        return target.Node?.DeepClone();
    }

    private static int HeightOf(JsonNode? node) => 1 + (node switch
    {
        JsonObject mapping => mapping.Select(member => HeightOf(member.Value)).DefaultIfEmpty(0).Max(),
        JsonArray sequence => sequence.Select(HeightOf).DefaultIfEmpty(0).Max(),
        _ => 0,
    });

    private static FaultException TooDeep(ParsingEvent at)
        => YamlFaults.Invalid(at.Start.Line, $"Values are nested more than {Deepest} deep.");

    private static void RefuseKey(JsonObject mapping, Scalar key)
    {
        if (key.Value == "<<" && key.Style == ScalarStyle.Plain)
        {
            throw YamlFaults.Invalid(key.Start.Line, "Merging by '<<' is not supported.");
        }

        if (!StorableJson.IsStorable(key.Value))
        {
            throw YamlFaults.Invalid(key.Start.Line, "The name holds a character that cannot be kept, such as NUL.");
        }

        if (mapping.ContainsKey(key.Value))
        {
            throw YamlFaults.Invalid(key.Start.Line, $"The name '{key.Value}' is there twice.");
        }
    }

    private void Weigh(long weight, ParsingEvent at)
    {
        _weight += weight;
        if (_weight > _mostWeight)
        {
            throw YamlFaults.Invalid(at.Start.Line, "The file unfolds into too much.");
        }
    }
}
