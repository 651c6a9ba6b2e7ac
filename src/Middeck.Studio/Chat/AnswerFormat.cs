using System.Text.Json;
using Microsoft.Extensions.AI;
using Middeck.Studio.Configuration;
using Middeck.Studio.Tools;

namespace Middeck.Studio.Chat;

/// <summary>
/// Reads the form that an answer is to have from a model's settings: <c>"response_format": "json_object"</c>, or
/// <c>"response_format": "json_schema", "json_schema": "{\"name\": \"person\", \"schema\": {…}}"</c>. OpenAI's own object goes along as it is.
/// </summary>
internal static class AnswerFormat
{
    public const string Setting = "response_format";
    public const string Schema = "json_schema";

    public static void Apply(ChatOptions options, JsonElement settings)
    {
        switch (settings.Member(Setting))
        {
            case { ValueKind: JsonValueKind.Object } whole:
                (options.AdditionalProperties ??= [])[Setting] = whole;
                break;
            case { ValueKind: JsonValueKind.String } word when Is(word, "json_object", "json"):
                options.ResponseFormat = ChatResponseFormat.Json;
                break;
            case { ValueKind: JsonValueKind.String } word when Is(word, Schema):
                options.ResponseFormat = OfSchema(settings.Member(Schema));
                break;
            default:
                // "text", and forms that only the wording of a prompt can bring about.
                break;
        }
    }

    private static ChatResponseFormatJson OfSchema(JsonElement? given)
    {
        var schema = given.Text() is { } text ? ToolArguments.TryParse(text) : given;
        var inner = schema.Member("schema") ?? schema;
        return inner is { ValueKind: JsonValueKind.Object } found
            ? ChatResponseFormat.ForJsonSchema(found, schema.Member("name").Text())
            : ChatResponseFormat.Json;
    }

    private static bool Is(JsonElement word, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(word.GetString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
