using Middeck.Workflows.Values;

namespace Middeck.Studio.Workflows.Nodes.Http;

/// <summary>Lines such as <c>Accept: {{#start.type#}}</c>.</summary>
internal sealed class HttpPairs
{
    private readonly IReadOnlyList<(TextTemplate? Name, TextTemplate Value)> _lines;

    private HttpPairs(IReadOnlyList<(TextTemplate? Name, TextTemplate Value)> lines) => _lines = lines;

    public static HttpPairs Read(string? text) => new(
        [.. (text ?? "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(ReadLine)]);

    /// <summary>Names and values; those without a name are left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Write(VariablePool pool)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var (name, value) in _lines)
        {
            if (name is not null)
            {
                Add(pairs, name.Render(pool), value.Render(pool));
                continue;
            }

            // A line that is one reference may hold lines of its own.
            foreach (var line in value.Render(pool).Split('\n'))
            {
                var parts = line.Split(':', 2);
                Add(pairs, parts[0], parts.Length > 1 ? parts[1] : "");
            }
        }

        return pairs;
    }

    private static void Add(List<KeyValuePair<string, string>> pairs, string name, string value)
    {
        if (name.Trim() is { Length: > 0 } clean)
        {
            pairs.Add(new(clean, value.Trim()));
        }
    }

    private static (TextTemplate? Name, TextTemplate Value) ReadLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            return (TextTemplate.Parse(line[..colon]), TextTemplate.Parse(line[(colon + 1)..].Trim()));
        }

        var alone = TextTemplate.Parse(line);
        return alone.Parts is [{ Selector: not null }] ? (null, alone) : (alone, TextTemplate.Parse(""));
    }
}
