using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Variables;

/// <summary>
/// A variable that every conversation of an app has:
/// <code>{"name": "language", "value_type": "string", "value": "en", "description": "Of the answers"}</code>
/// </summary>
/// <param name="Name">Its name in the prompt: <c>{{conversation.name}}</c>.</param>
/// <param name="Type">One of <see cref="VariableType.Known"/>.</param>
/// <param name="DefaultJson">What it holds when a conversation begins.</param>
/// <param name="Description">For people.</param>
internal sealed partial record VariableDefinition(string Name, string Type, string DefaultJson, string Description)
{
    /// <summary>Bytes of JSON that a value may have.</summary>
    public const int LargestValue = 200 * 1024;

    private const string Section = "conversation_variables";
    private const int MostVariables = 100;
    private const int LongestDescription = 255;

    public static IReadOnlyList<VariableDefinition> Read(AppConfig config) =>
    [
        .. config.Section(Section).Items()
            .Select(Read).OfType<VariableDefinition>().DistinctBy(definition => definition.Name).Take(MostVariables),
    ];

    public static void Check(FieldCheck root)
    {
        var names = new HashSet<string>();
        foreach (var item in root.Member(Section).List(MostVariables).Items())
        {
            var name = item.Present().Object().Member("name").Present().Text(30);
            if (!NamePattern().IsMatch(name.Value.Text()!))
            {
                throw name.Refuse("must begin with a letter or underscore and hold only letters, digits and underscores");
            }

            if (!names.Add(name.Value.Text()!))
            {
                throw name.Refuse("is used by another variable");
            }

            item.Member("description").Text(LongestDescription);
            CheckValue(item);
        }
    }

    private static void CheckValue(FieldCheck item)
    {
        var type = item.Member("value_type").Present().Text(30);
        if (!VariableType.Known.Contains(type.Value.Text()))
        {
            throw type.Refuse($"must be one of: {string.Join(", ", VariableType.Known)}");
        }

        var value = item.Member("value");
        if (value.Value is { } given && !VariableType.Fits(type.Value.Text()!, given))
        {
            throw value.Refuse($"must be a value of the type {type.Value.Text()}");
        }

        if (value.Value is { } large && Encoding.UTF8.GetByteCount(large.GetRawText()) > LargestValue)
        {
            throw value.Refuse($"may have at most {LargestValue:N0} bytes");
        }
    }

    private static VariableDefinition? Read(JsonElement item)
    {
        var type = item.Member("value_type").Text();
        if (item.Member("name").Text() is not { Length: > 0 } name || type is null || !VariableType.Known.Contains(type))
        {
            return null;
        }

        var value = item.Member("value");
        return new VariableDefinition(
            name,
            type,
            value is { } given && VariableType.Fits(type, given) ? given.GetRawText() : VariableType.EmptyJson(type),
            item.Member("description").Text() ?? "");
    }

    [GeneratedRegex(@"^[a-zA-Z_][a-zA-Z0-9_]{0,29}\z")]
    private static partial Regex NamePattern();
}
