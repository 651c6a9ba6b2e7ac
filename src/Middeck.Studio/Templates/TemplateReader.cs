using System.Text.Json;
using Middeck.Studio.Configuration;
using Middeck.Studio.Transfer;

namespace Middeck.Studio.Templates;

/// <summary>
/// Reads the templates that are embedded here: <c>{id, category, mode, icon, config, languages: {zh-CN: {name, description,
/// config}, en: …}}</c>. The language's configuration stands over the common one.
/// </summary>
internal static class TemplateReader
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
            Merge(root.Member("config"), language.Value.GetProperty("config"))))];
    }

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static JsonElement Merge(JsonElement? common, JsonElement own)
    {
        var members = common is { } given
            ? given.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : [];
        foreach (var member in own.EnumerateObject())
        {
            members[member.Name] = member.Value;
        }

        return JsonSerializer.SerializeToElement(members, Core.Json.Snake);
    }
}
