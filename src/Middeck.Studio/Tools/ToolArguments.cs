using System.Text.Json;
using Middeck.Core.Errors;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tools;

/// <summary>The arguments of a call. Models write numbers as text and text as numbers; both are taken.</summary>
internal readonly record struct ToolArguments(JsonElement Root)
{
    /// <summary>A text that is needed.</summary>
    /// <exception cref="FaultException"><c>tools.invalid_argument</c>.</exception>
    public string Text(string name)
        => OptionalText(name) is { Length: > 0 } text ? text : throw ToolFaults.Argument($"{name} is needed.");

    /// <summary>A text, or what a model wrote in its place; null when it is absent or empty.</summary>
    public string? OptionalText(string name) => Root.Member(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } given ? given : null,
        { } other => other.GetRawText(),
    };

    /// <summary>A whole number that is needed.</summary>
    /// <exception cref="FaultException"><c>tools.invalid_argument</c>.</exception>
    public long WholeNumber(string name)
        => long.TryParse(Text(name), System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ToolFaults.Argument($"{name} must be a whole number.");

    /// <summary>Any value; a text that is JSON is that JSON. Null when it is absent.</summary>
    public JsonElement? Json(string name)
    {
        var value = Root.Member(name);
        return value.Text() is { } text ? TryParse(text) ?? value : value;
    }

    /// <summary>The JSON that a text is; null when it is none.</summary>
    public static JsonElement? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions
            {
                AllowTrailingCommas = true,
                CommentHandling = JsonCommentHandling.Skip,
            });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The caller says what it wanted instead.
            return null;
        }
    }
}
