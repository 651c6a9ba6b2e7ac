using System.Text.RegularExpressions;

namespace Middeck.Server.Tests.Rules;

/// <summary>Fills the placeholders of a route with ids of real objects, told by the segment before each of them.</summary>
internal sealed partial class Placeholders(IReadOnlyDictionary<string, string> idsBySegment)
{
    /// <summary>The path with each placeholder filled.</summary>
    /// <exception cref="KeyNotFoundException">There is no object for a segment: a new kind of object needs a line in the sample.</exception>
    public string Fill(string route)
    {
        var previous = "";
        var filled = route.Split('/').Select(segment =>
        {
            var result = Pattern().Replace(segment, _ => idsBySegment.TryGetValue(previous, out var id)
                ? id
                : throw new KeyNotFoundException($"'{route}' needs an object for the segment '{previous}'."));
            previous = segment;
            return result;
        });
        return string.Join('/', filled);
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Pattern();
}
