using System.Text.RegularExpressions;
using Middeck.Operations.Configuration;
using Middeck.Operations.Language;

namespace Middeck.Operations.Environments;

/// <summary>
/// Changes values of a YAML file line by line, so that everything else in it stays as its author wrote it: comments, order,
/// empty lines. It knows sections at the top with indented keys, which is all that the configuration has.
/// </summary>
internal sealed partial class YamlLines
{
    private const string DefaultIndent = "  ";

    private readonly List<string> _lines;

    public YamlLines(string text)
    {
        _lines = [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n')];
        if (_lines is [""])
        {
            _lines.Clear();
        }
    }

    public override string ToString() => _lines.Count == 0 ? "" : string.Join('\n', _lines) + "\n";

    /// <summary>Sets a value or takes a key out.</summary>
    /// <exception cref="RefusedException">The section is written in braces.</exception>
    public void Apply(SettingChange change)
    {
        if (FindSection(change.Section) is not { } header)
        {
            if (change.Value is not null)
            {
                Append(change);
            }

            return;
        }

        var end = EndOf(header, 0);
        if (FindKey(header, end, change.Key) is not { } line)
        {
            if (change.Value is not null)
            {
                _lines.Insert(LastOf(header, end) + 1, $"{IndentIn(header, end)}{change.Key}: {change.Value}");
            }

            return;
        }

        var indent = IndentOf(_lines[line]);
        // Lists and nested keys that belong to the old value go with it.
        _lines.RemoveRange(line + 1, LastOf(line, EndOf(line, indent)) - line);
        if (change.Value is null)
        {
            _lines.RemoveAt(line);
        }
        else
        {
            var match = KeyLine().Match(_lines[line]);
            _lines[line] = $"{match.Groups["indent"].Value}{match.Groups["key"].Value}: {change.Value}{CommentOf(match.Groups["rest"].Value)}";
        }
    }

    private void Append(SettingChange change)
    {
        if (_lines.Count > 0)
        {
            _lines.Add("");
        }

        _lines.Add($"{change.Section}:");
        _lines.Add($"{DefaultIndent}{change.Key}: {change.Value}");
    }

    private int? FindSection(string section)
    {
        for (var index = 0; index < _lines.Count; index++)
        {
            if (KeyLine().Match(_lines[index]) is not { Success: true } match
                || match.Groups["indent"].Length > 0
                || !Same(match.Groups["key"].Value, section))
            {
                continue;
            }

            var rest = match.Groups["rest"].Value.Trim();
            return rest.Length == 0 || rest[0] == '#'
                ? index
                : throw new RefusedException(ExitCode.Configuration, InBraces(section, index + 1));
        }

        return null;
    }

    private int? FindKey(int header, int end, string key)
    {
        var indent = IndentIn(header, end).Length;
        for (var index = header + 1; index < end; index++)
        {
            if (KeyLine().Match(_lines[index]) is { Success: true } match
                && match.Groups["indent"].Length == indent
                && Same(match.Groups["key"].Value, key))
            {
                return index;
            }
        }

        return null;
    }

    // The line after a block: the first that is not deeper. A list may stand as deep as its key. Comments and empty lines decide nothing.
    private int EndOf(int line, int indent)
    {
        for (var index = line + 1; index < _lines.Count; index++)
        {
            var text = _lines[index];
            var isItem = indent > 0 && IndentOf(text) == indent && text.AsSpan(indent).StartsWith("- ");
            if (!IsSilent(text) && IndentOf(text) <= indent && !isItem)
            {
                return index;
            }
        }

        return _lines.Count;
    }

    // Comments that stand before the next key belong to that one.
    private int LastOf(int line, int end)
    {
        var last = end - 1;
        while (last > line && IsSilent(_lines[last]))
        {
            last--;
        }

        return last;
    }

    private string IndentIn(int header, int end)
    {
        for (var index = header + 1; index < end; index++)
        {
            if (!IsSilent(_lines[index]))
            {
                return _lines[index][..IndentOf(_lines[index])];
            }
        }

        return DefaultIndent;
    }

    private static bool IsSilent(string line) => line.AsSpan().Trim() is [] or ['#', ..];

    private static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    private static bool Same(string left, string right)
        => ConfigurationEntry.Normalize(left.Trim('"', '\'')) == ConfigurationEntry.Normalize(right);

    //   debug: true   # while we look for the fault
    private static string CommentOf(string rest)
        => Comment().Match(rest) is { Success: true } match ? match.Value : "";

    private static Message InBraces(string section, int line) => new(
        $"middeck.yaml:{line}: {section} is written in braces or on one line. Write it as '{section}:' with one indented 'key: value' line each, then try again.",
        $"middeck.yaml:{line}：{section} 写在了一行或花括号中。请改为“{section}:”加每行一个缩进的“键: 值”，然后重试。");

    [GeneratedRegex(@"^(?<indent> *)(?<key>[A-Za-z_][\w-]*|""[^""]+""|'[^']+')\s*:(?<rest>(?:\s.*)?)$")]
    private static partial Regex KeyLine();

    // Not within quotes: what follows the last closing quote counts.
    [GeneratedRegex(@"\s+#[^""']*$")]
    private static partial Regex Comment();
}
