using System.Text.Json;
using Middeck.Studio.Answering;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Workflows.Nodes.Classify;

/// <summary>Reads the class that a model chose. The id counts; some models give the name alone, as JSON or as it is.</summary>
internal static class ClassReader
{
    private static readonly string[] Ids = ["category_id", "class_id", "id", "category", "class"];
    private static readonly string[] Names = ["category_name", "class_name", "name", "category", "class", "category_id", "class_id"];

    /// <summary>The class; null when the answer names none.</summary>
    public static TextClass? Read(string answer, IReadOnlyList<TextClass> classes)
    {
        if (ModelJson.LooseObject(answer) is { } json)
        {
            return Words(json, Ids).Select(word => classes.FirstOrDefault(one => one.Id == word)).FirstOrDefault(found => found is not null)
                ?? Words(json, Names).Select(word => Named(word, classes)).FirstOrDefault(found => found is not null);
        }

        var word = answer.Trim().Trim('"', '\'', '`', '.', '。').Trim();
        return classes.FirstOrDefault(one => one.Id == word) ?? Named(word, classes);
    }

    private static IEnumerable<string> Words(JsonElement json, string[] names)
        => names.Select(name => json.Member(name)).OfType<JsonElement>()
            .Select(value => (value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()).Trim());

    private static TextClass? Named(string word, IReadOnlyList<TextClass> classes)
        => word.Length == 0 ? null
            : classes.FirstOrDefault(one => string.Equals(one.Name.Trim(), word, StringComparison.OrdinalIgnoreCase));
}
