using System.Globalization;
using System.Text.Json.Nodes;

namespace Middeck.Studio.Tools.Builtin.Json;

/// <summary>
/// Finds values by a JSONPath such as <c>$.items[0].name</c>, <c>$..price</c> or <c>$.items[*]['unit price']</c>, or by a pointer
/// such as <c>/items/0/name</c>. Filters and slices are not part of it.
/// </summary>
internal static class JsonPath
{
    private const int MostSteps = 100;
    private const int MostFound = 10_000;

    /// <summary>The steps of a path.</summary>
    /// <exception cref="Core.Errors.FaultException"><c>tools.invalid_argument</c>.</exception>
    public static IReadOnlyList<PathStep> Parse(string path)
    {
        path = path.Trim();
        List<PathStep> steps = path.StartsWith('/')
            ? [.. path[1..].Split('/').Select(part => Pointed(
                part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))]
            : Written(path.StartsWith('$') ? path[1..] : path.StartsWith('.') || path.StartsWith('[') ? path : $".{path}", path);
        return steps.Count <= MostSteps ? steps : throw ToolFaults.Argument($"A path may have at most {MostSteps} steps.");
    }

    /// <summary>All values at a path.</summary>
    public static IReadOnlyList<JsonNode?> Find(JsonNode? root, IReadOnlyList<PathStep> steps)
    {
        List<JsonNode?> found = [root];
        foreach (var step in steps)
        {
            found = [.. found.SelectMany(node => step.IsDeep ? Below(node).SelectMany(one => Take(one, step)) : Take(node, step))
                .Take(MostFound)];
        }

        return found;
    }

    private static IEnumerable<JsonNode?> Take(JsonNode? node, PathStep step) => node switch
    {
        JsonObject members when step.IsAll => members.Select(member => member.Value),
        JsonArray items when step.IsAll => items,
        JsonObject members when NameOf(step) is { } name && members.TryGetPropertyValue(name, out var value) => [value],
        JsonArray items when step.Place is { } place && At(items, place) is { } at => [items[at]],
        _ => [],
    };

    /// <summary>The place in a list, counted from its beginning; null when the list is shorter.</summary>
    public static int? At(JsonArray items, int place)
    {
        var at = place < 0 ? items.Count + place : place;
        return at >= 0 && at < items.Count ? at : null;
    }

    /// <summary>The name that a step looks for in an object; a number is a name there.</summary>
    public static string? NameOf(PathStep step) => step.Name ?? step.Place?.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<JsonNode?> Below(JsonNode? node)
    {
        var children = node switch
        {
            JsonObject members => members.Select(member => member.Value),
            JsonArray items => items,
            _ => Enumerable.Empty<JsonNode?>(),
        };
        return children.SelectMany(Below).Prepend(node);
    }

    private static PathStep Pointed(string part)
        => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new PathStep(null, place, IsDeep: false)
            : new PathStep(part, null, IsDeep: false);

    private static List<PathStep> Written(string rest, string path)
    {
        var steps = new List<PathStep>();
        for (var at = 0; at < rest.Length;)
        {
            var isDeep = rest[at..].StartsWith("..", StringComparison.Ordinal);
            at += isDeep ? 2 : rest[at] == '.' ? 1 : 0;
            var start = at;
            if (at < rest.Length && rest[at] == '[')
            {
                var end = EndOfBracket(rest, at);
                steps.Add(Bracketed(end < 0 ? throw Unreadable(path) : rest[(at + 1)..end].Trim(), isDeep, path));
                at = end + 1;
                continue;
            }

            while (at < rest.Length && rest[at] is not ('.' or '['))
            {
                at++;
            }

            if (at == start)
            {
                throw Unreadable(path);
            }

            var name = rest[start..at];
            steps.Add(name == "*" ? new PathStep(null, null, isDeep) : new PathStep(name, null, isDeep));
        }

        return steps;
    }

    private static int EndOfBracket(string rest, int open)
        => open + 1 < rest.Length && rest[open + 1] is '\'' or '"'
            ? rest.IndexOf($"{rest[open + 1]}]", open + 2, StringComparison.Ordinal) is >= 0 and var quote ? quote + 1 : -1
            : rest.IndexOf(']', open);

    private static PathStep Bracketed(string inside, bool isDeep, string path) => inside switch
    {
        "*" => new PathStep(null, null, isDeep),
        ['\'', .. var name, '\''] => new PathStep(name, null, isDeep),
        ['"', .. var name, '"'] => new PathStep(name, null, isDeep),
        _ when int.TryParse(inside, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var place)
            => new PathStep(null, place, isDeep),
        _ => throw Unreadable(path),
    };

    private static Core.Errors.FaultException Unreadable(string path) => ToolFaults.Argument(
        $"The path '{path}' cannot be read; write it as $.items[0].name, $..price or $.items[*], without filters.");
}
