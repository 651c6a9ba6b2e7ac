using System.Text.Json;
using System.Text.RegularExpressions;

namespace Middeck.Studio.Comparison;

/// <summary>
/// Tells where two trees of JSON differ, as deep down as both have the same form. The order of an object's members says
/// nothing; items of lists are compared by their position.
/// </summary>
internal static partial class JsonComparison
{
    /// <summary>The places in the order of the tree before, what was added behind what was there; none when both say the same.</summary>
    public static IReadOnlyList<JsonChange> Between(JsonElement before, JsonElement after)
    {
        var changes = new List<JsonChange>();
        Compare("", before, after, changes);
        return changes;
    }

    private static void Compare(string path, JsonElement before, JsonElement after, List<JsonChange> changes)
    {
        switch (before.ValueKind, after.ValueKind)
        {
            case (JsonValueKind.Object, JsonValueKind.Object):
                CompareMembers(path, before, after, changes);
                break;
            case (JsonValueKind.Array, JsonValueKind.Array):
                CompareItems(path, before, after, changes);
                break;
            default:
                if (!JsonElement.DeepEquals(before, after))
                {
                    changes.Add(new JsonChange(path, JsonChangeKind.Changed, before, after));
                }

                break;
        }
    }

    private static void CompareMembers(string path, JsonElement before, JsonElement after, List<JsonChange> changes)
    {
        foreach (var member in before.EnumerateObject())
        {
            var place = Join(path, member.Name);
            if (after.TryGetProperty(member.Name, out var now))
            {
                Compare(place, member.Value, now, changes);
            }
            else
            {
                changes.Add(new JsonChange(place, JsonChangeKind.Removed, member.Value, null));
            }
        }

        changes.AddRange(after.EnumerateObject()
            .Where(member => !before.TryGetProperty(member.Name, out _))
            .Select(member => new JsonChange(Join(path, member.Name), JsonChangeKind.Added, null, member.Value)));
    }

    private static void CompareItems(string path, JsonElement before, JsonElement after, List<JsonChange> changes)
    {
        var (was, now) = (before.GetArrayLength(), after.GetArrayLength());
        for (var i = 0; i < Math.Max(was, now); i++)
        {
            var place = $"{path}[{i}]";
            if (i >= now)
            {
                changes.Add(new JsonChange(place, JsonChangeKind.Removed, before[i], null));
            }
            else if (i >= was)
            {
                changes.Add(new JsonChange(place, JsonChangeKind.Added, null, after[i]));
            }
            else
            {
                Compare(place, before[i], after[i], changes);
            }
        }
    }

    // A name that would read as a path of its own stands in brackets: ["a.b"].
    private static string Join(string path, string name)
        => PlainName().IsMatch(name)
            ? path.Length == 0 ? name : $"{path}.{name}"
            : $"{path}[{JsonSerializer.Serialize(name, Core.Json.Snake)}]";

    [GeneratedRegex(@"^[^\s.\[\]""]+$")]
    private static partial Regex PlainName();
}
