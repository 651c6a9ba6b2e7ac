using System.Text.Json;
using Middeck.Studio.Apps;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Tests.Configuration;

/// <summary>Fills in an app's form as a person might.</summary>
internal static class AppConfigInputs
{
    /// <param name="config">What the app does.</param>
    /// <param name="mode">Its kind.</param>
    /// <param name="upload">A file that was given to the app, for fields of files.</param>
    public static Dictionary<string, object> Of(JsonElement config, string mode, string upload)
        => AppConfig.Read(config, mode).InputForm.ToDictionary(field => field.Variable, field => Value(field, upload));

    private static object Value(InputField field, string upload) => field.Type switch
    {
        InputFieldType.File => FileOf(upload),
        InputFieldType.FileList => new[] { FileOf(upload) },
        InputFieldType.Number => 5,
        InputFieldType.Checkbox => true,
        InputFieldType.Select => field.Options[0],
        _ => field.Default is { Length: > 0 } sample ? sample : "年假须提前两周申请。",
    };

    private static object FileOf(string upload) => new { type = "document", transfer_method = "local_file", upload_file_id = upload };
}
