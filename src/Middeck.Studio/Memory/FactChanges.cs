using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Memory;

/// <summary>
/// Reads what a model wants to remember:
/// <code>[{"op": "add", "text": "Lives in Shanghai."}, {"op": "update", "id": 2, "text": "…"}, {"op": "delete", "id": 3}]</code>
/// The numbers are those that the model was shown. What is not understood is left out.
/// </summary>
internal static class FactChanges
{
    private const int Most = 10;

    public static IReadOnlyList<FactChange> Read(JsonElement? list, IReadOnlyList<MemoryFactRow> shown)
        => [.. list.Items().Select(item => Read(item, shown)).OfType<FactChange>().Take(Most)];

    private static FactChange? Read(JsonElement item, IReadOnlyList<MemoryFactRow> shown)
    {
        var fact = item.Member("id").WholeNumber() is { } number && number >= 1 && number <= shown.Count
            ? shown[number - 1]
            : null;
        var text = item.Member("text").Text()?.ReplaceLineEndings(" ").Trim();
        var isGood = text is { Length: > 0 and <= MemoryFact.Longest } && StorableJson.IsStorable(text);
        return item.Member("op").Text() switch
        {
            "add" when isGood && !shown.Any(one => one.Text.Equals(text, StringComparison.OrdinalIgnoreCase))
                => new FactChange.Add(text!),
            "update" when isGood && fact is not null => new FactChange.Update(fact.Id, text!),
            "delete" when fact is not null => new FactChange.Delete(fact.Id),
            _ => null,
        };
    }
}
