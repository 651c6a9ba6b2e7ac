using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Templates;

/// <summary>
/// Reads the templates that are embedded here: <c>{id, category, mode, icon, config, graph, languages: {zh-CN: {name, description,
/// config, texts}, en: …}}</c>. The language's configuration stands over the common one; what is common to all languages holds
/// the places of their <c>texts</c> as <c>$[name]</c>.
/// </summary>
internal static partial class TemplateReader
{
    private const string Folder = "Templates/";

    /// <summary>All templates in all their languages, in the order of their files' names.</summary>
    public static IReadOnlyList<AppTemplate> ReadAll()
        => [.. typeof(TemplateReader).Assembly.GetManifestResourceNames()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(Read)];

    private static List<AppTemplate> Read(string resource)
    {
        using var stream = typeof(TemplateReader).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var root = YamlJson.Read(reader.ReadToEnd(), mostWeight: 1_000_000);
        return [.. root.GetProperty("languages").EnumerateObject().Select(language => new AppTemplate(
            Text(root, "id"),
            Text(root, "category"),
            Text(root, "mode"),
            Text(root, "icon"),
            language.Name,
            Text(language.Value, "name"),
            Text(language.Value, "description"),
            Translate(
                Merge(root.Member("config"), language.Value.Member("config"), root.Member("graph")), language.Value.Member("texts"))))];
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static JsonElement Merge(JsonElement? common, JsonElement? own, JsonElement? graph)
    {
        var members = new OrderedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var config in new[] { common, own }.OfType<JsonElement>())
        {
            foreach (var member in config.EnumerateObject())
            {
                members[member.Name] = member.Value;
            }
        }

        if (graph is { } drawn)
        {
            members["graph"] = TemplateGraph.Expand(drawn);
            members.TryAdd("features", new Dictionary<string, object>());
            members.TryAdd("environment_variables", Array.Empty<object>());
            members.TryAdd("conversation_variables", Array.Empty<object>());
        }

        return JsonSerializer.SerializeToElement(members, DslJson.Verbatim);
    }

    private static JsonElement Translate(JsonElement config, JsonElement? texts)
    {
        if (texts is not { } words)
        {
            return config;
        }

        var node = JsonSerializer.SerializeToNode(config, DslJson.Verbatim);
        Translate(node, words);
        return JsonSerializer.SerializeToElement(node, DslJson.Verbatim);
    }

    private static void Translate(JsonNode? node, JsonElement words)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (_, value) in members.ToList())
                {
                    Translate(value, words);
                }

                break;

            case JsonArray items:
                foreach (var item in items.ToList())
                {
                    Translate(item, words);
                }

                break;

            case JsonValue value when value.GetValueKind() == JsonValueKind.String && value.GetValue<string>() is var text && text.Contains("$[", StringComparison.Ordinal):
                value.ReplaceWith(Place().Replace(text, match => words.GetProperty(match.Groups[1].Value).GetString()!));
                break;
        }
    }

    [GeneratedRegex(@"\$\[([a-z_0-9]+)\]")]
    private static partial Regex Place();
}
