using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Middeck.Core.Errors;

namespace Middeck.Studio.Configuration;

/// <summary>Checks what was filled in against an app's form and keeps only the form's own fields.</summary>
internal static class InputCheck
{
    /// <summary>The values that the prompt is made with, defaults filled in.</summary>
    /// <exception cref="FaultException"><c>chat.invalid_input</c> with the field's path.</exception>
    public static JsonElement Check(IReadOnlyList<InputField> form, JsonElement given)
    {
        var values = new JsonObject();
        foreach (var field in form)
        {
            var value = given.Member(field.Variable);
            var isEmpty = value is null || value.Text() is { Length: 0 } || IsEmptyList(value.Value);
            if (isEmpty && field.Required)
            {
                throw Refuse(field, "is required in the input form");
            }

            values[field.Variable] = isEmpty ? DefaultOf(field) : Checked(field, value!.Value);
        }

        return JsonSerializer.SerializeToElement(values, Core.Json.Snake);
    }

    private static bool IsEmptyList(JsonElement value)
        => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0;

    private static JsonNode? DefaultOf(InputField field) => field.Type switch
    {
        InputFieldType.JsonObject => field.Default is { } text ? ReadObject(text) : null,
        InputFieldType.Checkbox => JsonValue.Create(field.Default is "true"),
        _ => JsonValue.Create(field.Default ?? ""),
    };

    private static JsonNode? Checked(InputField field, JsonElement value)
    {
        if (!StorableJson.IsStorable(value))
        {
            throw Refuse(field, "holds a character that cannot be kept, such as NUL");
        }

        switch (field.Type)
        {
            case InputFieldType.Number:
                var isNumber = value.ValueKind == JsonValueKind.Number || (value.ValueKind == JsonValueKind.String
                    && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _));
                return isNumber ? JsonNode.Parse(value.GetRawText()) : throw Refuse(field, "must be a number");

            case InputFieldType.Checkbox:
                return value.ValueKind is JsonValueKind.True or JsonValueKind.False
                    ? JsonValue.Create(value.GetBoolean())
                    : throw Refuse(field, "must be true or false");

            // What the references lead to is looked at where files are.
            case InputFieldType.File:
                return value.ValueKind == JsonValueKind.Object
                    ? JsonObject.Create(value)
                    : throw Refuse(field, "must be a file: an object with type, transfer_method, and url or upload_file_id");

            case InputFieldType.FileList:
                return value.ValueKind == JsonValueKind.Array
                    && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object)
                        ? JsonArray.Create(value)
                        : throw Refuse(field, "must be a list of files");

            case InputFieldType.JsonObject:
                return (value.ValueKind == JsonValueKind.String ? ReadObject(value.GetString()!) : ReadObject(value.GetRawText()))
                    ?? throw Refuse(field, "must be an object of JSON");

            default:
                return JsonValue.Create(CheckedText(field, value));
        }
    }

    private static JsonObject? ReadObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string CheckedText(InputField field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Refuse(field, "must be text");
        }

        var text = value.GetString()!;
        if (field.MaxLength is { } most && text.Length > most)
        {
            throw Refuse(field, $"must have at most {most} characters");
        }

        return field.Type == InputFieldType.Select && !field.Options.Contains(text)
            ? throw Refuse(field, $"must be one of: {string.Join(", ", field.Options)}")
            : text;
    }

    private static FaultException Refuse(InputField field, string rule) => new(Fault.Invalid(
        "chat.invalid_input", $"inputs.{field.Variable} {rule}.", $"inputs.{field.Variable}"));
}
