using System.Collections.Frozen;
using System.Text.Json;
using Middeck.Studio.Files;

namespace Middeck.Studio.Configuration;

/// <summary>
/// Reads <c>user_input_form</c>:
/// <c>[{"text-input": {"label": "Name", "variable": "name", "required": true, "max_length": 48, "default": ""}}]</c>.
/// Kinds of fields that people do not fill in, such as <c>external_data_tool</c>, are left out.
/// </summary>
internal static class InputFormReader
{
    private const int UsualFiles = 5;

    private static readonly FrozenDictionary<string, InputFieldType> Types = new Dictionary<string, InputFieldType>
    {
        ["text-input"] = InputFieldType.Text,
        ["paragraph"] = InputFieldType.Text,
        ["select"] = InputFieldType.Select,
        ["number"] = InputFieldType.Number,
        ["checkbox"] = InputFieldType.Checkbox,
        ["file"] = InputFieldType.File,
        ["file-list"] = InputFieldType.FileList,
        ["json_object"] = InputFieldType.JsonObject,
    }.ToFrozenDictionary();

    public static IReadOnlyList<InputField> Read(JsonElement? form)
    {
        var fields = new List<InputField>();
        foreach (var item in form.Items().Where(item => item.ValueKind == JsonValueKind.Object))
        {
            foreach (var member in item.EnumerateObject())
            {
                if (Types.TryGetValue(member.Name, out var type)
                    && member.Value.Member("variable").Text() is { Length: > 0 } variable)
                {
                    fields.Add(Read(type, variable, member.Value));
                }
            }
        }

        return fields;
    }

    private static InputField Read(InputFieldType type, string variable, JsonElement field) => new(
        type,
        variable,
        field.Member("required").Flag() ?? false,
        field.Member("max_length").WholeNumber() is > 0 and var length ? length : null,
        [.. field.Member("options").Texts()],
        Default(field.Member("default")))
    {
        Files = type switch
        {
            InputFieldType.File => FileUploadSettings.ReadField(field, limit: 1),
            InputFieldType.FileList => FileUploadSettings.ReadField(
                field, field.Member("max_length").WholeNumber() is > 0 and var most ? most : UsualFiles),
            _ => null,
        },
    };

    private static string? Default(JsonElement? value) => value?.ValueKind switch
    {
        JsonValueKind.String => value.Text() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Object => value.Value.GetRawText(),
        _ => null,
    };
}
