using System.Text.Json;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

/// <summary>Fills in an app's form as a person might.</summary>
internal static class AppConfigInputs
{
    public static Dictionary<string, object> Of(JsonElement config)
        => AppConfig.Read(config).InputForm.ToDictionary(field => field.Variable, Value);

    private static object Value(InputField field) => field.Type switch
    {
        InputFieldType.Number => 5,
        InputFieldType.Checkbox => true,
        InputFieldType.Select => field.Options[0],
        _ => "年假须提前两周申请。",
    };
}
