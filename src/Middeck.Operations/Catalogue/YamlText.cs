using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Middeck.Operations.Catalogue;

/// <summary>
/// Changes a YAML text line by line, so that comments, order and form of everything else stay. What it made is read again: where
/// anything but the one thing differs, the change is given up and null is the answer.
/// </summary>
internal static class YamlText
{
    /// <summary>Gives the key at a path a plain value; mappings on the way are made.</summary>
    public static string? Set(string text, IReadOnlyList<string> path, string value)
    {
        var nodes = Nodes(text, path);
        var changed = nodes.Count == path.Count + 1 && nodes[^1].Node is YamlScalarNode { Value.Length: > 0 } scalar
            ? $"{text[..(int)scalar.Start.Index]}{value}{text[(int)scalar.End.Index..]}"
            : Insert(text, nodes, path, $" {value}");
        return Checked(text, changed, Key(path), value);
    }

    /// <summary>Adds a key whose value is the lines, which are indented by nothing.</summary>
    public static string? Add(string text, IReadOnlyList<string> path, IReadOnlyList<string> lines)
    {
        var nodes = Nodes(text, path);
        var changed = nodes.Count > path.Count
            ? null
            : Insert(text, nodes, path, string.Concat(lines.Select(line => $"\n  {line}")));
        return Checked(text, changed, Key(path), null);
    }

    /// <summary>Takes out the key at a path with what is below it; comments above it stay.</summary>
    public static string? Remove(string text, IReadOnlyList<string> path)
    {
        var nodes = Nodes(text, path);
        if (nodes.Count != path.Count + 1 || nodes[^2].Node is not YamlMappingNode { Style: MappingStyle.Block })
        {
            return null;
        }

        var lines = Lines(text);
        var key = nodes[^1].Key!;
        var first = LineOf(key.Start);
        var end = EndOf(lines, first, ColumnOf(key.Start));
        var changed = string.Concat(lines.Take(first)) + string.Concat(lines.Skip(end));
        return Checked(text, changed, Key(path), null);
    }

    private static string? Insert(string text, List<(YamlScalarNode? Key, YamlNode Node)> nodes, IReadOnlyList<string> path, string value)
    {
        var lines = Lines(text);
        var missing = path.Skip(nodes.Count == 0 ? 0 : nodes.Count - 1).ToList();
        var (key, node) = nodes.Count == 0 ? (null, null) : nodes[^1];
        var column = 0;
        var at = lines.Count;
        switch (node)
        {
            case YamlMappingNode { Style: not MappingStyle.Flow, Children.Count: > 0 } mapping:
                column = ColumnOf(mapping.Children.First().Key.Start);
                at = key is null ? lines.Count : EndOf(lines, LineOf(key.Start), ColumnOf(key.Start));
                break;
            case YamlMappingNode { Children.Count: 0 } or YamlScalarNode { Value: null or "" } when key is not null:
                column = ColumnOf(key.Start) + 2;
                at = LineOf(key.Start) + 1;
                // "services: {}" becomes a block.
                lines[at - 1] = lines[at - 1].Replace("{}", "", StringComparison.Ordinal);
                break;
            case null or YamlScalarNode { Value: null or "" }:
                break;
            default:
                return null;
        }

        if (at > 0 && !lines[at - 1].EndsWith('\n'))
        {
            lines[at - 1] += "\n";
        }

        lines.Insert(at, $"{Block(missing, value, column)}\n");
        return string.Concat(lines);
    }

    // "grafana:\n  ports:\n    http: 3002", moved to a column.
    private static string Block(List<string> keys, string value, int column)
    {
        var rows = new List<string>();
        for (var depth = 0; depth < keys.Count; depth++)
        {
            var indent = new string(' ', column + (2 * depth));
            rows.Add(depth < keys.Count - 1
                ? $"{indent}{keys[depth]}:"
                : $"{indent}{keys[depth]}:{value.Replace("\n", $"\n{indent}", StringComparison.Ordinal)}");
        }

        return string.Join('\n', rows);
    }

    // What is deeper than the key belongs to it, comments too, and a list may stand at the key's own column.
    private static int EndOf(List<string> lines, int first, int column)
    {
        var end = first + 1;
        for (var index = first + 1; index < lines.Count; index++)
        {
            var content = lines[index].Trim();
            var indent = lines[index].Length - lines[index].TrimStart(' ').Length;
            if (content.Length == 0)
            {
                continue;
            }

            if (indent > column || (indent == column && content.StartsWith("- ", StringComparison.Ordinal)))
            {
                end = index + 1;
            }
            else if (content[0] != '#')
            {
                break;
            }
        }

        return end;
    }

    // The nodes along a path as far as it goes, the root first.
    private static List<(YamlScalarNode? Key, YamlNode Node)> Nodes(string text, IReadOnlyList<string> path)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 0)
        {
            return [];
        }

        var found = new List<(YamlScalarNode? Key, YamlNode Node)> { (null, stream.Documents[0].RootNode) };
        foreach (var name in path)
        {
            if (found[^1].Node is not YamlMappingNode mapping
                || mapping.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode key && key.Value == name) is not { Key: YamlScalarNode key } pair)
            {
                break;
            }

            found.Add((key, pair.Value));
        }

        return found;
    }

    private static string? Checked(string before, string? after, string key, string? value)
    {
        if (after is null)
        {
            return null;
        }

        try
        {
            var old = Flat(before);
            var now = Flat(after);
            return (value is null || now.GetValueOrDefault(key) == value) && Others(old, key).SetEquals(Others(now, key)) ? after : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static HashSet<(string, string)> Others(Dictionary<string, string> values, string key)
        => [.. values
            .Where(pair => pair.Key != key && !pair.Key.StartsWith($"{key}\n", StringComparison.Ordinal))
            .Select(pair => (pair.Key, pair.Value))];

    private static Dictionary<string, string> Flat(string text)
    {
        var values = new Dictionary<string, string>();
        if (Nodes(text, []) is [var root])
        {
            Collect(root.Node, "", values);
        }

        return values;
    }

    private static void Collect(YamlNode node, string key, Dictionary<string, string> values)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                foreach (var (name, value) in mapping.Children)
                {
                    Collect(value, key.Length == 0 ? $"{name}" : $"{key}\n{name}", values);
                }

                break;
            case YamlSequenceNode sequence:
                for (var index = 0; index < sequence.Children.Count; index++)
                {
                    Collect(sequence.Children[index], $"{key}\n{index}", values);
                }

                break;
            case YamlScalarNode { Value.Length: > 0 } scalar:
                values[key] = scalar.Value;
                break;
            default:
                break;
        }
    }

    private static string Key(IReadOnlyList<string> path) => string.Join('\n', path);

    private static int LineOf(Mark mark) => (int)mark.Line - 1;

    private static int ColumnOf(Mark mark) => (int)mark.Column - 1;

    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
