using System.Text;
using Middeck.Operations.Home;

namespace Middeck.Operations.Backup.Schedules;

/// <summary>Sets one key of one section of <c>middeck.yaml</c> and leaves every other line, with its comments, as it is.</summary>
public static class SectionEditor
{
    /// <summary>Sets it; an empty value removes the line. The file appears whole or stays as it was.</summary>
    /// <param name="file">The file; it need not exist.</param>
    /// <param name="section">A key at the top, such as <c>backup</c>.</param>
    /// <param name="key">A key below it.</param>
    /// <param name="value">Text without line breaks; written in double quotes.</param>
    public static void Set(string file, string section, string key, string value)
    {
        var lines = File.Exists(file) ? [.. File.ReadAllLines(file)] : new List<string>();
        var start = lines.FindIndex(line => line.TrimEnd() == $"{section}:" || line.StartsWith($"{section}: #", StringComparison.Ordinal));
        if (start < 0)
        {
            if (value.Length == 0)
            {
                return;
            }

            start = lines.Count;
            lines.Add($"{section}:");
        }

        var end = lines.FindIndex(start + 1, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#');
        end = end < 0 ? lines.Count : end;
        var indent = lines.Skip(start + 1).Take(end - start - 1)
            .FirstOrDefault(line => line.TrimStart() is { Length: > 0 } text && text[0] != '#') is { } first
                ? first[..(first.Length - first.TrimStart().Length)]
                : "  ";
        var at = lines.FindIndex(
            start + 1, end - start - 1, line => line.StartsWith($"{indent}{key}:", StringComparison.Ordinal));
        if (at >= 0)
        {
            lines.RemoveAt(at);
        }

        if (value.Length > 0)
        {
            lines.Insert(at >= 0 ? at : start + 1, $"{indent}{key}: \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        PrivateFile.Write(file, Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));
    }
}
