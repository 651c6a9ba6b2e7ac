using System.Text.Json;
using System.Text.RegularExpressions;
using Middeck.Studio.Configuration;

namespace Middeck.Studio.Chat;

/// <summary>
/// Fills <c>{{variable}}</c> in one pass: what a person entered is never read as a placeholder again, and a name that is not
/// known stays as it is written.
/// </summary>
internal static partial class PromptTemplate
{
    public static string Fill(string template, JsonElement inputs)
        => Placeholder().Replace(
            template, match => inputs.Member(match.Groups[1].Value) is { } value ? Write(value) : match.Value);

    private static string Write(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        // The spelling that prompts written for Dify rely on.
        JsonValueKind.True => "True",
        JsonValueKind.False => "False",
        // A file is called by its name; what is in it stands beside the question.
        JsonValueKind.Object when FileName(value) is { } name => name,
        JsonValueKind.Array when value.EnumerateArray().All(item => FileName(item) is not null)
            => string.Join(", ", value.EnumerateArray().Select(FileName)),
        _ => value.GetRawText(),
    };

    private static string? FileName(JsonElement value)
        => value.Member("upload_file_id").Text() is null ? null : value.Member("name").Text();

    [GeneratedRegex(@"\{\{([a-zA-Z_][a-zA-Z0-9_]{0,29})\}\}")]
    private static partial Regex Placeholder();
}
