using System.Text.Json;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

/// <summary>Fills in an app's form as a person might.</summary>
internal static class AppConfigInputs
{
    public static Dictionary<string, object> Of(JsonElement config, string mode = AppMode.Chat)
        => AppConfig.Read(config, mode).InputForm.ToDictionary(field => field.Variable, Value);

    private static object Value(InputField field) => field.Type switch
    {
        InputFieldType.Number => 5,
        InputFieldType.Checkbox => true,
        InputFieldType.Select => field.Options[0],
        _ => field.Default is { Length: > 0 } sample ? sample : "年假须提前两周申请。",
    };
}
