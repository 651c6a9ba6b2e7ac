using System.Text.Json;

namespace Middeck.Studio.Workflows.Runs;

/// <summary>
/// Finds what would be read as a file of the platform's. Only files that were looked up may be: what a caller merely writes like one could
/// name somebody else's.
/// </summary>
internal static class ForgedFile
{
    private const string Mark = "dify_model_identity";

    public static bool IsIn(JsonElement value) => value.ValueKind switch
    {
        // By the name as it is read: in JSON's text it may be written with escapes.
        JsonValueKind.Object => value.TryGetProperty(Mark, out _) || value.EnumerateObject().Any(static field => IsIn(field.Value)),
        JsonValueKind.Array => value.EnumerateArray().Any(IsIn),
        JsonValueKind.String => IsInText(value.GetString()!),
        _ => false,
    };

    // A text may be read as JSON later, when a variable is an object.
    private static bool IsInText(string text)
    {
        if (text.Contains(Mark, StringComparison.Ordinal))
        {
            return true;
        }

        if (!text.Contains("\\u", StringComparison.Ordinal) || text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return IsIn(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
